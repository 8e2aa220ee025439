import { describe, expect, it } from 'vitest';
import { deriveId } from '../../derive-id.ts';
import { connectionId, projectId, tellSite } from '../jira-story.fixture.ts';
import type { JiraMappingInput } from '../site/jira-mapping.ts';
import { siteKinds } from '../site/site-item.ts';
import { mapSite } from './map-site.ts';

const ann = { accountId: 'ann', displayName: 'Ann' };
const ledBy = (key: string, lead: object) => ({
  kind: siteKinds.project,
  externalId: projectId(key),
  payload: { id: projectId(key), key, name: key, lead },
});
const membersOf = (mapping: JiraMappingInput, keys: readonly string[]) =>
  mapSite(
    tellSite(
      mapping,
      keys.map((key) => ledBy(key, ann)),
    ),
  ).rows.team_member;
const member = (team: string) => ({ team_id: deriveId(connectionId, 'team', team), person_id: deriveId(connectionId, 'person', 'ann') });

describe('the known members of teams', () => {
  it('are those who lead their projects', () => {
    expect(membersOf({}, ['PAY'])).toEqual([member(`project:${projectId('PAY')}`)]);
    expect(mapSite(tellSite()).rows.team_member).toEqual([]);
  });

  it('are told once where several projects of one lead form a team', () => {
    const teams = { source: 'project' as const, groups: [{ name: 'Money', keys: ['PAY', 'WEB'] }] };
    expect(membersOf({ teams }, ['PAY', 'WEB'])).toEqual([member('named:Money')]);
  });

  it('are nobody where teams are not projects', () => {
    expect(membersOf({ teams: { source: 'component' as const } }, ['PAY'])).toEqual([]);
  });
});
