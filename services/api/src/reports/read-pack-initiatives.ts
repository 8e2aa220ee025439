import {
  type Initiative,
  maxPackBlockers,
  maxPackInitiatives,
  maxPageItems,
  type PackInitiative,
  type PlanningPack,
} from '@speedtax/contract';
import { deriveDecisions } from '@speedtax/reports';
import type { FigureWindow } from '../figures/figure-window.ts';
import type { FigureBasis } from '../figures/read-figures.ts';
import { readInitiativeBlockers } from '../figures/read-initiative-blockers.ts';
import { readInitiativeDetail } from '../figures/read-initiative-detail.ts';
import { readInitiatives } from '../figures/read-initiatives.ts';

/** The initiatives a planning meeting speaks of, each with what is asked of the meeting. */
export async function readPackInitiatives(
  basis: FigureBasis,
  window: FigureWindow,
): Promise<Pick<PlanningPack, 'initiatives' | 'initiativesLeftOut'>> {
  const concerned = (await listAll(basis, window)).filter(isConcerned).toSorted(mostWaitingFirst);
  const initiatives: PackInitiative[] = [];
  for (const initiative of concerned.slice(0, maxPackInitiatives)) {
    // The cut-off stands for today, so that the pack depends on facts only.
    const detail = await readInitiativeDetail(basis, initiative, window, basis.dataCutOffAt.getTime());
    const blockers = await readInitiativeBlockers(basis, initiative.initiativeId, { after: null, limit: maxPackBlockers });
    initiatives.push({ ...detail, blockers, decisions: deriveDecisions(detail, blockers) });
  }
  return { initiatives, initiativesLeftOut: concerned.length - initiatives.length };
}

async function listAll(basis: FigureBasis, window: FigureWindow): Promise<Initiative[]> {
  const all: Initiative[] = [];
  for (let afterId: string | null = null; ; ) {
    const page = await readInitiatives(basis, { afterId, limit: maxPageItems }, window);
    all.push(...page);
    const last = page.at(-1);
    if (page.length < maxPageItems || !last) return all;
    afterId = last.initiativeId;
  }
}

function isConcerned({ status, inPlayMs, waitingMs }: Initiative): boolean {
  return status === 'active' || status === 'planned' || inPlayMs > 0 || waitingMs > 0;
}

const statusOrder = { active: 0, planned: 1, completed: 2, canceled: 3 };

function mostWaitingFirst(a: Initiative, b: Initiative): number {
  return (
    statusOrder[a.status] - statusOrder[b.status] ||
    b.waitingMs - a.waitingMs ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : a.initiativeId < b.initiativeId ? -1 : 1)
  );
}
