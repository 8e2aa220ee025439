import type { PersonRow } from '../../fact-rows.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { UserPayload } from '../payloads/user.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { personIdOf } from '../site/person-id.ts';
import { personIn } from '../site/read-custom.ts';
import { idOf, personIdFor } from './ids.ts';

/** Whoever is named by issues that were just fetched, as Jira shows them today. */
export function mapPeople(site: JiraSite, issues: readonly IssuePayload[]): PersonRow[] {
  const owner = site.mapping.initiativeOwnerField;
  const named = issues.flatMap((issue) => {
    const { assignee, creator, reporter } = issue.fields;
    return [assignee, creator, reporter, owner.startsWith('customfield_') ? personIn(issue, owner) : null];
  });
  const rows = named.flatMap((user) => mapPerson(site, user));
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export function mapPerson(site: JiraSite, user: UserPayload | null): PersonRow[] {
  const externalId = personIdOf(user);
  if (user === null || externalId === null) return [];
  return [
    {
      id: idOf(site, 'person', externalId),
      external_id: externalId,
      name: user.displayName ?? user.name ?? externalId,
      email: user.emailAddress,
      // Left and deleted people are shown as inactive; where nothing is said they are there.
      active: user.active ?? true,
      is_app: user.accountType === 'app',
    },
  ];
}

/** Somebody whom only a history names: whether they are still there nobody tells. */
export function personStub(site: JiraSite, externalId: string, name: string | null): PersonRow {
  return {
    id: personIdFor(site, externalId),
    external_id: site.personIds.get(externalId) ?? externalId,
    name: name ?? externalId,
    email: null,
    active: false,
    is_app: false,
  };
}
