import type { InitiativeDetail } from '@speedtax/contract';
import { issuesLink, type KeptView } from '../../address/links.ts';
import { prepareVerdict } from '../../parts/prepare-verdict.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatDuration, formatExactMs } from '../../words/duration.ts';

/** "Nobody holds PSD3 readiness; 11 issues of other teams block it, somebody in it waited for 70 d and for 31 d of that it stood still." */
export function prepareInitiativeSentence(initiative: InitiativeDetail, view: KeptView): SentencePart[] {
  return [...whoHolds(initiative), '; ', ...whatBlocks(initiative), ...howLong(initiative, view), '.'];
}

function whoHolds(initiative: InitiativeDetail): SentencePart[] {
  const { words, people } = prepareVerdict(initiative);
  const name: SentencePart = { text: initiative.name };
  switch (words) {
    case 'single-threaded':
      return [`${people} holds `, name, ' and nothing else'];
    case 'part-time':
      return [
        `${people} holds `,
        name,
        ` beside ${(initiative.ownerSpan ?? 2) - 1} other active ${initiative.ownerSpan === 2 ? 'initiative' : 'initiatives'}`,
      ];
    case 'inferred':
      return ['Nobody is named for ', name, `, ${people} alone leads its projects`];
    case 'diluted':
      return ['Nobody is named for ', name, `, ${initiative.accountable.length} people lead its projects`];
    default:
      return ['Nobody holds ', name];
  }
}

function whatBlocks({ openCrossTeamBlockers: count }: InitiativeDetail): SentencePart[] {
  if (count === 0) return ['no other team blocks it now'];
  return [
    { text: `${count} ${count === 1 ? 'issue' : 'issues'}`, href: '#blockers' },
    ` of other teams ${count === 1 ? 'blocks' : 'block'} it now`,
  ];
}

function howLong({ initiativeId, clockWaitingMs, stalledMs }: InitiativeDetail, view: KeptView): SentencePart[] {
  if (clockWaitingMs === 0) return [', and nobody in it ever waited'];
  const waited: SentencePart = {
    text: formatDuration(clockWaitingMs),
    href: issuesLink({ initiativeId }, view),
    exact: formatExactMs(clockWaitingMs),
  };
  if (stalledMs === 0) return [', and somebody in it waited for ', waited];
  return [
    ', somebody in it waited for ',
    waited,
    ', and for ',
    { text: formatDuration(stalledMs), exact: formatExactMs(stalledMs) },
    ' of that everything in it stood still',
  ];
}
