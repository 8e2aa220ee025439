import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { learnSite } from '../src/jira/jira-story.fixture.ts';
import { mapHistory } from '../src/jira/mapping/map-history.ts';
import { mapIssue } from '../src/jira/mapping/map-issue.ts';
import { historyEntry } from '../src/jira/payloads/changelog.ts';
import { issuePayload } from '../src/jira/payloads/issue.ts';
import { rowsOf } from './facts-of-mapped.ts';
import { isRecordedJiraThere, recordedJiraFile } from './recorded-jira.ts';

/*
 * Bodies of webhooks hold issues and changes of Jiras of many versions and languages, in the shapes that answers have too.
 */

const shape = z.object({
  webhookEvent: z.string(),
  issue: z.object({ fields: z.looseObject({ created: z.union([z.string(), z.number()]) }) }).loose(),
  changelog: z.object({ items: z.array(z.unknown()) }).nullish(),
});

function readBodies() {
  return ['jira-to-matrix', 'mattermost'].flatMap((folder) => {
    const place = recordedJiraFile(`../webhooks/${folder}/`);
    return readdirSync(place)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const { data } = shape.safeParse(JSON.parse(readFileSync(new URL(name, place), 'utf8')));
        return data && typeof data.issue.fields.created === 'string' ? [{ name, ...data }] : [];
      });
  });
}

function mapBody({ issue, changelog }: ReturnType<typeof readBodies>[number]) {
  const read = issuePayload.parse(issue);
  const histories = changelog ? [historyEntry.parse({ id: '1', created: '2026-01-03T00:00:00.000+0000', items: changelog.items })] : [];
  const site = learnSite([{ issue: read, histories }]);
  return { site, mapped: [mapIssue(site, read), mapHistory(site, read, histories)] };
}

describe.skipIf(!isRecordedJiraThere)('an issue in the body of a webhook', () => {
  const bodies = isRecordedJiraThere ? readBodies() : [];

  it('is mapped, whatever Jira sent it', () => {
    expect(bodies.length).toBeGreaterThan(50);
    for (const body of bodies) {
      const { site, mapped } = mapBody(body);
      const level = site.issueTypes.get(issuePayload.parse(body.issue).fields.issuetype.id)?.level ?? 0;
      expect(rowsOf(mapped, 'issue'), body.name).toHaveLength(level > 0 ? 0 : 1);
    }
  });

  it('changes its status in whatever language that is called', () => {
    const changed = bodies.filter(({ changelog }) => JSON.stringify(changelog ?? {}).includes('"fieldId":"status"'));
    expect(
      new Set(
        changed.flatMap(({ changelog }) =>
          z
            .array(z.looseObject({ field: z.string() }))
            .parse(changelog?.items)
            .map(({ field }) => field),
        ),
      ),
    ).toContain('Статус');
    for (const body of changed) {
      const item = z
        .array(z.looseObject({ fieldId: z.string().optional(), to: z.string().nullish() }))
        .parse(body.changelog?.items)
        .find(({ fieldId }) => fieldId === 'status');
      const { site } = mapBody(body);
      expect(site.statuses.has(item?.to ?? ''), body.name).toBe(true);
    }
  });

  it('that moved tells its old key, project and status in one entry', () => {
    const move = bodies.find(({ name }) => name === 'issue__updated__move-issue.json');
    const { mapped } = mapBody(move ?? expect.fail('there is a move'));
    expect(rowsOf(mapped, 'issue_key').map(({ key }) => key)).toEqual(expect.arrayContaining(['INDEV-130', 'TCP-2']));
    expect(
      rowsOf(mapped, 'issue_change')
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['status', 'team']);
  });
});
