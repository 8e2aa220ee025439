import { DAY_MS, REORG_DAYS_AGO, toWorkingHours } from './calendar.ts';
import type { IssuePlan, Wait } from './issue-plans.ts';
import type { Role } from './team-plan.ts';

export interface Step {
  readonly at: number;
  readonly role: Role;
  readonly isAutomatic?: boolean;
}

/** The life of an issue: its steps up to today, and when it was first closed. */
export interface Timeline {
  readonly steps: readonly Step[];
  /** Epoch milliseconds; infinite while it is open. */
  readonly closedAt: number;
}

const MAX_DEPTH = 6;
const CLOSING: ReadonlySet<Role> = new Set(['done', 'released', 'canceled', 'wontfix', 'duplicate']);
const AUTO_CLOSE_DAYS = 183;
/** After that long most teams find another way and take the link back. */
const PATIENCE_DAYS = 55;
const GIVING_UP_CHANCE = 0.93;

/** Tells the lives of the issues it waits for first. A circle, or too long a chain, is not waited for. */
export function tellTimeline(plan: IssuePlan, today: number, depth = 0): Timeline {
  if (plan.timeline) return plan.timeline;
  plan.isBeingTold = true;
  plan.waits = plan.waits.filter(({ blocker }) => !blocker.isBeingTold && depth < MAX_DEPTH);
  for (const { blocker } of plan.waits) tellTimeline(blocker, today, depth + 1);
  plan.isBeingTold = false;
  const steps: Step[] = [];
  for (const step of walk(plan, today)) {
    if (step.at >= today) break;
    steps.push(step);
  }
  const closing = steps.find(({ role }) => CLOSING.has(role));
  plan.timeline = { steps, closedAt: closing?.at ?? Number.POSITIVE_INFINITY };
  return plan.timeline;
}

/** One step after the other; each begins no earlier than the one before. */
function* walk(plan: IssuePlan, today: number): Generator<Step> {
  const { random, team, createdAt } = plan;
  const { habits, offsetHours } = team;
  const slowness = deriveSlowness(plan, today);
  let at = createdAt;
  const after = (days: number) => {
    at = toWorkingHours(at + Math.max(0.01, days) * DAY_MS, offsetHours, random);
    return at;
  };
  let role = decideFirstRole(plan);
  yield { at, role };

  if (role === 'triage') {
    after(random.around(0.9, 0.9));
    if (random.chance(0.08)) return yield { at, role: random.pick(['duplicate', 'canceled', 'wontfix']) };
    role = random.chance(0.6) ? 'backlog' : 'todo';
    yield { at, role };
  }
  if (role === 'backlog' || role === 'icebox') {
    const isForgotten = plan.kind !== 'request' && random.chance(role === 'icebox' ? 0.6 : 0.16);
    if (isForgotten && random.chance(0.5)) return;
    if (isForgotten) {
      return yield { at: at + AUTO_CLOSE_DAYS * DAY_MS, role: 'canceled', isAutomatic: true };
    }
    after(random.around(habits.backlogDays * slowness, 0.8));
    if (random.chance(0.05)) return yield { at, role: random.pick(['canceled', 'wontfix', 'duplicate']) };
    role = 'todo';
    yield { at, role };
  }
  if (role === 'todo') {
    const queue = random.around(habits.queueDays * slowness, 0.7);
    const releasedAt = linkWaits(plan, 'held', at, queue);
    after(queue * 0.6);
    yield { at, role: 'ready' };
    after(queue * 0.4);
    at = waitFor(plan, at, releasedAt);
    if (at === Number.POSITIVE_INFINITY) return;
    yield { at, role: 'progress' };
  }
  const work = random.around(habits.workDays * (plan.kind === 'bug' ? 0.6 : 1), 0.7);
  const releasedAt = linkWaits(plan, 'dragging', at + work * DAY_MS * (0.15 + 0.5 * random.float()), 0);
  after(work);
  at = waitFor(plan, at, releasedAt);
  if (at === Number.POSITIVE_INFINITY) return;
  if (random.chance(0.03)) return yield { at, role: 'canceled' };
  yield { at, role: 'review' };
  after(random.around(habits.reviewDays, 0.8));
  yield { at, role: 'testing' };
  after(random.around(0.4, 0.8));
  yield { at, role: 'done' };
  if (random.chance(habits.reopenChance)) {
    after(random.around(4, 0.7));
    yield { at, role: 'progress' };
    after(random.around(1.5, 0.6));
    yield { at, role: 'done' };
  }
  after(random.around(3, 0.7));
  yield { at, role: 'released' };
}

function decideFirstRole({ kind, team, random }: IssuePlan): Role {
  if (kind === 'request') {
    if (team.area.kind === 'review') return 'todo';
    return team.habits.triageChance > 0 && random.chance(0.5) ? 'triage' : 'backlog';
  }
  if (random.chance(kind === 'bug' ? team.habits.triageChance * 2 : team.habits.triageChance / 3)) {
    return 'triage';
  }
  return random.pickWeighted([
    ['backlog', 58],
    ['todo', 28],
    ['icebox', 9],
    ['progress', 5],
  ]);
}

/** Makes the links of one mode; answers when the last of them lets the issue go on. */
function linkWaits(plan: IssuePlan, mode: Wait['mode'], from: number, withinDays: number): number {
  const { random } = plan;
  let releasedAt = 0;
  for (const wait of plan.waits) {
    if (wait.mode !== mode) continue;
    const { blocker } = wait;
    const closedAt = (blocker.timeline as Timeline).closedAt;
    const linkedAt = Math.round(Math.max(from, blocker.createdAt) + (0.02 + 0.5 * withinDays * random.float()) * DAY_MS);
    if (closedAt <= linkedAt && random.chance(0.7)) continue;
    wait.linkedAt = linkedAt;
    const givesUpAt = linkedAt + random.around(PATIENCE_DAYS, 0.5) * DAY_MS;
    if (wait.isTakenBack && closedAt > linkedAt) {
      const longest = Math.min(closedAt - linkedAt, 20 * DAY_MS);
      wait.removedAt = Math.round(linkedAt + (0.15 + 0.7 * random.float()) * longest);
    } else if (closedAt > givesUpAt && random.chance(GIVING_UP_CHANCE)) {
      wait.removedAt = Math.round(givesUpAt);
    }
    if (!wait.isIgnored) releasedAt = Math.max(releasedAt, wait.removedAt ?? closedAt);
  }
  return releasedAt;
}

function waitFor({ team, random }: IssuePlan, at: number, releasedAt: number): number {
  if (releasedAt <= at) return at;
  if (releasedAt === Number.POSITIVE_INFINITY) return releasedAt;
  const resumed = releasedAt + random.around(0.5, 0.7) * DAY_MS;
  return toWorkingHours(resumed, team.offsetHours, random);
}

/** Platform teams lost people in the re-organisation and answer more slowly since. */
function deriveSlowness({ team, createdAt }: IssuePlan, today: number): number {
  const isAfterReorg = today - createdAt < REORG_DAYS_AGO * DAY_MS;
  return team.area.kind === 'platform' && isAfterReorg ? 1.6 : 1;
}
