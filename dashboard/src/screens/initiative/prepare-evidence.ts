import type { InitiativeDetail } from '@speedtax/contract';
import { prepareVerdict, type Verdict } from '../../parts/prepare-verdict.ts';
import { formatDay } from '../../words/instant.ts';
import { formatDayIn } from '../../words/instant-in.ts';

export interface Evidence {
  verdict: Verdict;
  /** Newest first. */
  ownerChanges: { key: string; day: string; words: string }[];
  isRotating: boolean;
  projects: { id: string; name: string; url: string | null; status: string; lead: string; target: string }[];
}

const rotatingWindowMs = 90 * 86_400_000;
const rotatingChanges = 2;

/** What the verdict on an initiative's owner rests on. */
export function prepareEvidence(initiative: InitiativeDetail, timeZone: string, dataCutOff: string | null): Evidence {
  const changes = [...initiative.ownerChanges].sort((a, b) => b.at.localeCompare(a.at));
  const recentFromMs = dataCutOff === null ? Number.POSITIVE_INFINITY : Date.parse(dataCutOff) - rotatingWindowMs;
  return {
    verdict: prepareVerdict(initiative),
    ownerChanges: changes.map((change) => ({
      key: `${change.at} ${change.to?.personId}`,
      day: formatDayIn(timeZone, change.at),
      words: sayChangeOfOwner(change),
    })),
    isRotating: changes.filter((change) => Date.parse(change.at) >= recentFromMs).length >= rotatingChanges,
    projects: initiative.projects.map((project) => ({
      id: project.projectId,
      name: project.name,
      url: project.url,
      status: project.status,
      lead: project.lead ? `${project.lead.name}${project.lead.active ? '' : ' (left)'}` : '–',
      target: project.targetOn ? formatDay(project.targetOn) : '–',
    })),
  };
}

function sayChangeOfOwner({ from, to, source }: InitiativeDetail['ownerChanges'][number]): string {
  const seen = source === 'observed' ? ', seen when it was read' : '';
  if (!to) return `${from?.name ?? 'The owner'} was taken off${seen}`;
  return from ? `${to.name} took over from ${from.name}${seen}` : `${to.name} became the owner${seen}`;
}
