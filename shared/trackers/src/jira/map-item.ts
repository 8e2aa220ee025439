import { z } from 'zod';
import type { Mapped } from '../mapped.ts';
import { externalIdOf, type KeptItem, type KeptName, type Phase } from '../tracker.ts';
import { mapHistory } from './mapping/map-history.ts';
import { isPlan, mapIssue } from './mapping/map-issue.ts';
import { mapPerson } from './mapping/map-people.ts';
import { mapPlans, type PlanWithHistory } from './mapping/map-plans.ts';
import { mapRemoteLinks } from './mapping/map-remote-links.ts';
import { mapSite } from './mapping/map-site.ts';
import { mergeMapped } from './merge-mapped.ts';
import { userPayload } from './payloads/user.ts';
import { issueKinds } from './plan/jira-plan.ts';
import { type ReadHistories, readHistories, readIssue } from './read-item.ts';
import type { JiraSite } from './site/jira-site.ts';

/** One item of a phase → rows. */
export function mapItem(site: JiraSite, phase: Phase, item: unknown, companion: unknown): Mapped {
  if (phase.name === 'people') return mapAccount(site, item);
  if (phase.of === 'plans') return { rows: {} };
  if (phase.of === 'remote-links') return mapRemoteLinks(site, item, companion);
  if (phase.reading === 'histories') return mapChangelog(site, item, companion);
  return phase.yields.includes('issue') && phase.reading !== 'sweep' ? mapIssueItem(site, item) : { rows: {} };
}

/** What items say together. */
export function mapTogether(site: JiraSite, phase: Phase, items: readonly KeptItem[]): Mapped {
  if (phase.name === 'words') return mapSite(site);
  const changelogs = new Map(
    items.filter(({ kind }) => kind === issueKinds.planChangelog).map(({ externalId, payload }) => [externalId, payload]),
  );
  const plans: PlanWithHistory[] = [];
  const unread: Mapped[] = [];
  for (const { kind, externalId, payload } of items) {
    if (kind !== issueKinds.plan) continue;
    const { data: issue, error } = readIssue(payload);
    const told = readHistories(changelogs.get(externalId) ?? payload);
    if (issue) plans.push({ issue, histories: told?.histories ?? null });
    if (error) unread.push(malformed(`plan ${externalId}`, error));
    if (told) unread.push(unreadEntries(told));
  }
  return mergeMapped([mapPlans(site, plans), ...unread]);
}

/** Under which name an item is kept. */
export function nameItem(site: JiraSite, phase: Phase, item: unknown): KeptName | null {
  if (phase.of === 'remote-links') {
    const id = externalIdOf(item);
    return id === undefined ? null : { kind: issueKinds.remoteLinks, externalId: id };
  }
  if (phase.reading === 'histories') {
    const told = readHistories(item);
    const [kind] = phase.keeps;
    return told && kind !== undefined ? { kind, externalId: told.issueId } : null;
  }
  if (!phase.keeps.includes(issueKinds.issue)) return null;
  const { data: issue } = readIssue(item);
  return issue ? { kind: isPlan(site, issue) ? issueKinds.plan : issueKinds.issue, externalId: issue.id } : null;
}

/** An issue, and its changes where they came with it. */
function mapIssueItem(site: JiraSite, item: unknown): Mapped {
  const { data: issue, error } = readIssue(item);
  if (!issue) return malformed(nameOf(item), error);
  const told = readHistories(item);
  if (!told) return mapIssue(site, issue);
  return mergeMapped([mapIssue(site, issue), mapHistory(site, issue, told.histories), unreadEntries(told)]);
}

function mapChangelog(site: JiraSite, item: unknown, companion: unknown): Mapped {
  const told = readHistories(item);
  const { data: issue, error } = readIssue(companion);
  if (!told) return { rows: {}, problems: [{ kind: 'malformed-item', subject: nameOf(item), detail: 'expected the changes of an issue' }] };
  if (!issue) return malformed(`issue of the changes of ${told.issueId}`, error);
  return mergeMapped([mapHistory(site, issue, told.histories), unreadEntries(told)]);
}

function mapAccount(site: JiraSite, item: unknown): Mapped {
  const { data: user, error } = userPayload.safeParse(item);
  return user ? { rows: { person: mapPerson(site, user) } } : malformed('person', error);
}

function unreadEntries({ issueId, unread }: ReadHistories): Mapped {
  const problems = unread.map((detail) => ({ kind: 'history-cut', subject: `issue ${issueId}`, detail }) as const);
  return { rows: {}, problems };
}

const named = z.object({ id: z.unknown(), key: z.unknown() });

function nameOf(item: unknown): string {
  const { data } = named.safeParse(item);
  return `issue ${data?.key ?? data?.id ?? 'without id'}`;
}

function malformed(subject: string, error: z.ZodError): Mapped {
  return { rows: {}, problems: [{ kind: 'malformed-item', subject, detail: z.prettifyError(error) }] };
}
