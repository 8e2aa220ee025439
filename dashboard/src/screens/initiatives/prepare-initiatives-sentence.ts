import type { Initiative } from '@speedtax/contract';
import { initiativeLink, type KeptView } from '../../address/links.ts';
import type { SentencePart } from '../../parts/sentence.tsx';
import { formatIssueDays } from '../../words/duration.ts';

/** "2 of 12 active initiatives are single-threaded, 3 are owned by nobody; PSD3 readiness is blocked most, by 11 issues of other teams." */
export function prepareInitiativesSentence(initiatives: readonly Initiative[], view: KeptView): SentencePart[] {
  const active = initiatives.filter((each) => each.status === 'active');
  if (active.length === 0) return ['No initiative is active.'];
  const whole = active.filter((each) => each.singleThreaded).length;
  const unowned = active.filter((each) => each.ownership === 'unowned').length;
  const diluted = active.filter((each) => each.ownership === 'diluted').length;
  const lacks = [unowned > 0 && `${unowned} ${is(unowned)} owned by nobody`, diluted > 0 && `${diluted} ${is(diluted)} diluted`]
    .filter(Boolean)
    .join(', ');
  const opening = `${whole === 0 ? 'None' : whole} of ${active.length} active initiatives ${is(whole)} single-threaded${lacks ? `, ${lacks}` : ''}`;
  return [opening, ...blockedMost(active, view), '.'];
}

function blockedMost(active: readonly Initiative[], view: KeptView): SentencePart[] {
  const most = [...active].sort((a, b) => b.openCrossTeamBlockers - a.openCrossTeamBlockers || b.waitingMs - a.waitingMs)[0];
  if (!most || most.openCrossTeamBlockers === 0) return ['; no blocker of another team stands in the way of any'];
  const link = initiativeLink(most.initiativeId, view);
  const count = most.openCrossTeamBlockers;
  return [
    '; ',
    { text: most.name, href: link },
    ' is blocked most, by ',
    {
      text: `${count} ${count === 1 ? 'issue' : 'issues'}`,
      href: `${link}#blockers`,
      exact: `${formatIssueDays(most.waitingMs)} of waiting so far`,
    },
    ' of other teams',
  ];
}

function is(count: number): string {
  return count === 1 ? 'is' : 'are';
}
