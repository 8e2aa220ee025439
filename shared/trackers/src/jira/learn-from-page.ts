import type { KeptItem, Learned, Phase } from '../tracker.ts';
import type { KnownSite } from './known-site.ts';
import { mapPeople, mapPerson } from './mapping/map-people.ts';
import { mapSite } from './mapping/map-site.ts';
import type { IssuePayload } from './payloads/issue.ts';
import { projectPayload } from './payloads/project.ts';
import { readHistories, readIssue } from './read-item.ts';
import { learnFromHistories } from './site/learning/learn-from-histories.ts';
import { learnFromIssues } from './site/learning/learn-from-issues.ts';
import { learnFromPeople } from './site/learning/learn-from-people.ts';
import { learnRemoteLinks } from './site/learning/learn-remote-links.ts';
import { readSiteItems, siteKinds } from './site/site-item.ts';

/** What a lesson teaches may open the next: a field, the values in it, what they belong to. */
const maxRounds = 4;

/** Kinds of words that are rows of their own. */
const wordsInRows: ReadonlySet<string> = new Set([
  siteKinds.status,
  siteKinds.pastStatus,
  siteKinds.project,
  siteKinds.sprint,
  siteKinds.sprintProject,
]);

/** Takes what a page of items says of its site beyond itself. */
export function learnFromPage(known: KnownSite, phase: Phase, items: readonly unknown[], companionOf: (item: unknown) => unknown): Learned {
  if (phase.name === 'site') return learnSite(known, items as readonly KeptItem[]);
  if (phase.name === 'people') return { kept: known.take(learnFromPeople(known.current(), items)), mapped: { rows: {} } };
  const isHistories = phase.reading === 'histories';
  const told = items.map((item) => ({
    issue: readIssue(isHistories ? companionOf(item) : item).data ?? null,
    histories: readHistories(item)?.histories ?? [],
  }));
  // What belongs to histories was kept before, and taught what it could.
  const issues = isHistories ? [] : told.flatMap(({ issue }): IssuePayload[] => (issue ? [issue] : []));
  const kept = new Map<string, KeptItem>();
  for (let rounds = 0; rounds < maxRounds; rounds += 1) {
    const site = known.current();
    const fresh = known.take([...learnFromIssues(site, issues), ...learnFromHistories(site, told)]);
    for (const item of fresh) kept.set(`${item.kind}/${item.externalId}`, item);
    if (fresh.length === 0) break;
  }
  for (const [index, { histories }] of told.entries()) {
    const issueId = readHistories(items[index])?.issueId;
    const linked = issueId === undefined ? null : learnRemoteLinks(issueId, histories);
    if (linked) kept.set(`${linked.kind}/${linked.externalId}`, linked);
  }
  const site = known.current();
  const isNewInRows = [...kept.values()].some(({ kind }) => wordsInRows.has(kind));
  const words = isNewInRows ? mapSite(site).rows : {};
  return { kept: [...kept.values()], mapped: { rows: { ...words, person: mapPeople(site, issues) } } };
}

function learnSite(known: KnownSite, items: readonly KeptItem[]): Learned {
  const kept = known.take(items);
  const site = known.current();
  const leads = readSiteItems(items, siteKinds.project, projectPayload).flatMap(({ lead }) => mapPerson(site, lead));
  const person = [...new Map(leads.map((row) => [row.id, row])).values()];
  return { kept, mapped: { rows: { ...mapSite(site).rows, person } } };
}
