import { deriveId, type IdKind } from '../../derive-id.ts';
import type { UserPayload } from '../payloads/user.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { personIdOf } from '../site/person-id.ts';
import type { JiraTeam } from '../site/teams/find-team.ts';

export function idOf(site: Pick<JiraSite, 'connectionId'>, kind: IdKind, externalId: string): string {
  return deriveId(site.connectionId, kind, externalId);
}

/** By what it is made of, not by its key: a team stays itself when its project is renamed. */
export function teamIdOf(site: Pick<JiraSite, 'connectionId'>, team: JiraTeam): string {
  return deriveId(site.connectionId, 'team', team.identity);
}

/** A person that a history names: by an id, or by another name that is known for one. */
export function personIdFor(site: Pick<JiraSite, 'connectionId' | 'personIds'>, externalId: string): string {
  return deriveId(site.connectionId, 'person', site.personIds.get(externalId) ?? externalId);
}

export function personRef(site: Pick<JiraSite, 'connectionId'>, user: UserPayload | null): string | null {
  const externalId = personIdOf(user);
  return externalId === null ? null : deriveId(site.connectionId, 'person', externalId);
}
