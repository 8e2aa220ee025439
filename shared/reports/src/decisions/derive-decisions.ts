import type { InitiativeBlocker, InitiativeDetail, PackDecision } from '@speedtax/contract';
import { formatDuration } from '@speedtax/contract/words';

type Asked = Pick<
  InitiativeDetail,
  'ownership' | 'accountable' | 'partTime' | 'ownerSpan' | 'leadership' | 'status' | 'conflicts' | 'contributions' | 'openIssues' | 'teams'
>;

/** Of each kind of blocker or conflict, at most as many are asked about: those that matter most come first. */
const perKindLimit = 5;

/** What the meeting is asked to decide about an initiative, in the order in which one answer makes the next one easier. */
export function deriveDecisions(initiative: Asked, blockers: readonly InitiativeBlocker[]): PackDecision[] {
  if (initiative.status === 'completed' || initiative.status === 'canceled') return [];
  return [
    ...askForOwner(initiative),
    ...blockers.filter(isUnaccepted).slice(0, perKindLimit).map(askToAccept),
    ...initiative.conflicts.dates.slice(0, perKindLimit).map(askForDate),
    ...initiative.conflicts.inversions.slice(0, perKindLimit).map(askForRank),
    ...askForPeople(initiative),
  ];
}

function askForOwner({ ownership, accountable, partTime, ownerSpan, leadership }: Asked): PackDecision[] {
  const names = accountable.map(({ name }) => name);
  if (ownership === 'unowned') return [{ kind: 'name_owner', text: 'Name one accountable owner.' }];
  if (ownership === 'diluted') return [{ kind: 'choose_owner', text: `Choose one owner among ${names.join(', ')}.` }];
  if (ownership === 'inferred') return [{ kind: 'name_owner', text: `Confirm ${names.join()} as the owner, in the tracker.` }];
  if (!partTime) return [];
  const others = (ownerSpan ?? 1) - 1;
  const borrowing = leadership === 'STO' ? ' The people needed are in other teams.' : '';
  return [
    {
      kind: 'free_owner',
      text: `Free ${names.join()} of ${others} other ${others === 1 ? 'initiative' : 'initiatives'}, or hand this one over.${borrowing}`,
    },
  ];
}

const isUnaccepted = ({ external, blocker }: InitiativeBlocker): boolean =>
  external && (blocker.category === 'triage' || blocker.category === 'backlog');

function askToAccept({ blocker, ageMs, blocked }: InitiativeBlocker): PackDecision {
  const what = blocked.map(({ key }) => key).join(', ');
  return {
    kind: 'accept_blocker',
    text: `${blocker.teamName ?? 'Its team'}: accept or decline ${blocker.key} “${blocker.title}”, which has blocked ${what} for ${formatDuration(ageMs)}.`,
  };
}

function askForDate({ blocker, blocked, blockerDue, blockedDue, targetOn }: Asked['conflicts']['dates'][number]): PackDecision {
  const other = blockedDue === null ? `the target, ${targetOn}` : `${blocked.key}, due ${blockedDue.on}`;
  return { kind: 'move_date', text: `Move ${blocker.key}, due ${blockerDue.on}, or ${other}.` };
}

function askForRank({ blocker, blocked }: Asked['conflicts']['inversions'][number]): PackDecision {
  return { kind: 'rank_blocker', text: `${blocker.teamName ?? 'Its team'}: rank ${blocker.key} at least like ${blocked.key}.` };
}

function askForPeople({ contributions, openIssues, status }: Asked): PackDecision[] {
  if (status !== 'active' || openIssues === 0 || contributions.dedicated > 0 || contributions.people.length === 0) return [];
  return [{ kind: 'lend_people', text: `Dedicate somebody: ${openIssues} open issues, and nobody gives them most of their time.` }];
}
