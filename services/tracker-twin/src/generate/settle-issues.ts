import type { Company } from '../company/company.ts';
import type { Issue } from '../company/issue.ts';
import { DAY_MS, HOUR_MS, startOfDay } from './calendar.ts';
import type { Random } from './random.ts';

const MONTH_DAYS = 30.4;
const TRASH_DAYS = 30;
const TRASHED_CHANCE = 0.004;
const SHELVED_CHANCE = 0.002;

/** Files issues under their projects, archives what was closed long ago, bins a few, sorts histories. */
export function settleIssues(company: Company, issues: readonly Issue[], random: Random): void {
  for (const issue of issues) {
    issue.project?.issues.push(issue);
    archiveLongClosed(company, issue);
    if (issue.archivedAt === null && random.chance(TRASHED_CHANCE)) trash(company, issue, random);
    else if (issue.archivedAt === null && random.chance(SHELVED_CHANCE)) shelve(company, issue, random);
    // Copies have no spare room: it would be a third of a large company's memory.
    issue.history = issue.history.toSorted((a, b) => a.createdAt - b.createdAt);
    issue.stateSpans = issue.stateSpans.slice();
  }
}

function archiveLongClosed(company: Company, issue: Issue): void {
  const closedAt = issue.completedAt ?? issue.canceledAt;
  if (closedAt === null) return;
  const night = startOfDay(closedAt + issue.team.autoArchivePeriod * MONTH_DAYS * DAY_MS);
  const at = night + 2 * HOUR_MS + (issue.number % 3600) * 1000;
  if (at >= company.today || at <= issue.updatedAt) return;
  issue.autoArchivedAt = at;
  putAway(issue, at);
  issue.history.push({ createdAt: at, issue, actor: null, archived: true, autoArchived: true });
}

/** In the bin for thirty days, then gone: what was binned earlier is a gap in the numbers. */
function trash(company: Company, issue: Issue, random: Random): void {
  const at = company.today - Math.round(random.float() * (TRASH_DAYS - 1) * DAY_MS) - 1;
  if (at <= issue.updatedAt) return;
  issue.trashed = true;
  putAway(issue, at);
  issue.history.push({ createdAt: at, issue, actor: issue.creator, trashed: true });
}

function shelve(company: Company, issue: Issue, random: Random): void {
  const at = company.today - Math.round(random.float() * 90 * DAY_MS) - 1;
  if (at <= issue.updatedAt) return;
  putAway(issue, at);
  issue.history.push({ createdAt: at, issue, actor: issue.creator, archived: true });
}

function putAway(issue: Issue, at: number): void {
  issue.archivedAt = at;
  issue.updatedAt = at;
}
