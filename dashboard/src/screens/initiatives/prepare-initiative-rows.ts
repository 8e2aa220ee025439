import type { Initiative } from '@speedtax/contract';
import { initiativeLink, issuesLink, type KeptView } from '../../address/links.ts';
import { prepareVerdict, type Verdict } from '../../parts/prepare-verdict.ts';
import { formatDays, formatDuration, formatExactMs } from '../../words/duration.ts';
import { formatDay } from '../../words/instant.ts';
import { formatExactShare, formatShare } from '../../words/share.ts';
import { sayUnknownControl } from '../../words/unknown-control.ts';

export interface InitiativeRow {
  id: string;
  name: string;
  href: string;
  status: Initiative['status'];
  verdict: Verdict;
  blockers: number;
  external: number;
  blockersHref: string;
  waiting: string;
  waitingExact: string;
  waitingHref: string;
  stalled: string;
  stalledExact: string;
  isStalled: boolean;
  leadership: string;
  control: string;
  controlExact: string;
  openIssues: string;
  target: string;
}

export const initiativeOrders = ['blockers', 'waiting', 'stalled', 'name'] as const;
export type InitiativeOrder = (typeof initiativeOrders)[number];

export function prepareInitiativeRows(initiatives: readonly Initiative[], order: InitiativeOrder, view: KeptView): InitiativeRow[] {
  return [...initiatives].sort(byOrder[order]).map((initiative) => ({
    id: initiative.initiativeId,
    name: initiative.name,
    href: initiativeLink(initiative.initiativeId, view),
    status: initiative.status,
    verdict: prepareVerdict(initiative),
    blockers: initiative.openCrossTeamBlockers,
    external: initiative.openExternalBlockers,
    blockersHref: `${initiativeLink(initiative.initiativeId, view)}#blockers`,
    waiting: formatDays(initiative.waitingMs),
    waitingExact: formatExactMs(initiative.waitingMs),
    waitingHref: issuesLink({ initiativeId: initiative.initiativeId }, view),
    stalled: initiative.stalledMs === 0 ? '0 d' : formatDuration(initiative.stalledMs),
    stalledExact: formatExactMs(initiative.stalledMs),
    isStalled: initiative.stalledMs > 0,
    leadership: initiative.leadership ?? '–',
    control: formatShare(initiative.resourceControl),
    controlExact:
      initiative.resourceControl === null ? `Not known: ${sayUnknownControl(initiative)}` : formatExactShare(initiative.resourceControl),
    openIssues: `${initiative.openIssues} of ${initiative.issues}`,
    target: initiative.targetOn ? formatDay(initiative.targetOn) : '–',
  }));
}

/** Active initiatives that are blocked from outside, stalled, or held by nobody or too many; the worst first. */
export function pickAtRisk(initiatives: readonly Initiative[], limit: number): Initiative[] {
  return initiatives
    .filter(
      (each) =>
        each.status === 'active' && (each.openCrossTeamBlockers > 0 || each.ownership === 'unowned' || each.ownership === 'diluted'),
    )
    .sort((a, b) => b.openExternalBlockers - a.openExternalBlockers || b.stalledMs - a.stalledMs || b.waitingMs - a.waitingMs)
    .slice(0, limit);
}

const byName = (a: Initiative, b: Initiative) => a.name.localeCompare(b.name, 'en');
const byOrder: Record<InitiativeOrder, (a: Initiative, b: Initiative) => number> = {
  blockers: (a, b) => b.openCrossTeamBlockers - a.openCrossTeamBlockers || b.waitingMs - a.waitingMs || byName(a, b),
  waiting: (a, b) => b.waitingMs - a.waitingMs || byName(a, b),
  stalled: (a, b) => b.stalledMs - a.stalledMs || b.waitingMs - a.waitingMs || byName(a, b),
  name: byName,
};
