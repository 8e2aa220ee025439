import type { Company } from '../../company/company.ts';
import type { Team, User } from '../../company/team.ts';
import type { Edition } from '../edition/edition.ts';
import { makeEnglishEdition } from '../edition/english.ts';
import type { History } from '../history/history.ts';
import { findUpdatedAt } from '../history/updated-at.ts';
import type { JiraTwinSettings } from '../jira-settings.ts';
import { type FieldIds, fieldIdsOf } from './field-ids.ts';
import { Numbers } from './numbers.ts';
import { PlanKeys } from './plan-keys.ts';
import type { RemoteLink } from './remote-link.ts';
import type { Subject } from './row.ts';
import { RowIndex } from './row-index.ts';
import { listStatuses } from './statuses.ts';
import { ZonedTime } from './zoned-time.ts';

/** A company as one site of Jira holds it. */
export interface JiraSite {
  readonly settings: JiraTwinSettings;
  readonly company: Company;
  readonly edition: Edition;
  readonly numbers: Numbers;
  readonly planKeys: PlanKeys;
  readonly index: RowIndex;
  readonly fields: FieldIds;
  readonly time: ZonedTime;
  /** Whose credentials everybody comes with. */
  readonly viewer: User;
  /** What was written into histories beside what the company knows, oldest first. */
  readonly extras: Map<Subject['of'], History[]>;
  /** Values of fields that the company does not know, by the id of the field. */
  readonly fieldValues: Map<Subject['of'], Map<string, unknown>>;
  /** Links to what is elsewhere. */
  readonly remoteLinks: Map<Subject['of'], RemoteLink[]>;
  /** Projects and issues that the credentials cannot see. */
  readonly hidden: Set<Team | Subject['of']>;
  readonly isCloud: boolean;
  readonly linkSkewMs: number;
  /** Known once the server listens; includes the context path. */
  baseUrl: string;
}

const LINK_SKEW_MS = 7;

export function makeJiraSite(settings: JiraTwinSettings): JiraSite {
  const { company, deployment } = settings;
  const viewer = company.users.all.find(({ active, admin }) => active && admin);
  if (!viewer) throw new Error(`No active administrator in ${company.organization.name}`);
  const numbers = new Numbers();
  const extras: JiraSite['extras'] = new Map();
  const linkSkewMs = settings.linkSkewMs ?? LINK_SKEW_MS;
  for (const team of company.teams) numbers.of('project', team);
  for (const user of company.users) numbers.of('user', user);
  const site: JiraSite = {
    settings,
    company,
    edition: settings.edition ?? makeEnglishEdition(deployment),
    numbers,
    planKeys: new PlanKeys(company),
    index: new RowIndex(company, numbers, (subject) => findUpdatedAt(subject, linkSkewMs, extras.get(subject.of))),
    fields: fieldIdsOf(deployment),
    time: new ZonedTime(settings.timezone ?? 'UTC'),
    viewer,
    extras,
    fieldValues: new Map(),
    remoteLinks: new Map(),
    hidden: new Set(),
    isCloud: deployment === 'cloud',
    linkSkewMs,
    baseUrl: '',
  };
  // The same company has the same ids of statuses, whatever is asked first.
  listStatuses(site);
  return site;
}
