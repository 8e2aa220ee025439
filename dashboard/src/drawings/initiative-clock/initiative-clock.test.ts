import type { InitiativeTimeline } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../words/duration.ts';
import { type ClockPlan, prepareInitiativeClock } from './prepare-initiative-clock.ts';

// A Monday.
const startMs = Date.UTC(2026, 0, 5);
const dayOf = (index: number) => new Date(startMs + index * dayMs).toISOString().slice(0, 10);
const plan: ClockPlan = { startOn: null, targetOn: null, teamName: (id) => id, issueHref: (id) => `/issues/${id}` };

type Day = 'idle' | 'works' | 'waits' | 'stalls';

/** Two issues in play on each day that is not idle. */
function makeTimeline(days: readonly Day[], blockers: [key: string, from: number, to: number | null][] = []): InitiativeTimeline {
  return {
    from: dayOf(0),
    to: dayOf(days.length),
    dataCutOff: new Date(startMs + days.length * dayMs).toISOString(),
    days: days.map((kind, index) => ({
      day: dayOf(index),
      inPlayMs: kind === 'idle' ? 0 : 2 * dayMs,
      waitingMs: kind === 'stalls' ? 2 * dayMs : kind === 'waits' ? dayMs : 0,
      clockWaitingMs: kind === 'stalls' || kind === 'waits' ? dayMs : 0,
      stalledMs: kind === 'stalls' ? dayMs : 0,
    })),
    blockers: blockers.map(([key, from, to]) => ({
      issueId: key,
      key,
      from: `${dayOf(from)}T00:00:00.000Z`,
      to: to === null ? null : `${dayOf(to)}T00:00:00.000Z`,
      blockingTeamId: 'B',
    })),
    anatomy: { unacceptedMs: 0, queuedMs: 0, inWorkMs: 0 },
  };
}

describe("the initiative's clock", () => {
  it('a week is cut into working, somebody waiting and stalled, which never overlap', () => {
    const [week] = prepareInitiativeClock(makeTimeline(['works', 'works', 'waits', 'stalls', 'stalls', 'idle', 'idle']), plan).weeks;
    expect([week?.working, week?.waiting, week?.stalled].map((share) => Math.round((share ?? 0) * 7))).toEqual([2, 1, 2]);
  });

  it('weeks begin on Monday, and the last one is only as wide as is known', () => {
    const { weeks } = prepareInitiativeClock(makeTimeline(new Array<Day>(10).fill('works')), plan);
    expect(weeks).toHaveLength(2);
    expect((weeks[0]?.stretch.width ?? 0) / (weeks[1]?.stretch.width ?? 1)).toBeCloseTo(7 / 3, 1);
  });

  it('an idle week is a gap', () => {
    const { weeks } = prepareInitiativeClock(makeTimeline([...new Array<Day>(7).fill('works'), ...new Array<Day>(7).fill('idle')]), plan);
    expect(weeks[1]).toMatchObject({ working: 0, waiting: 0, stalled: 0 });
  });

  it('blockers at the same time stand on lanes of their own, later ones reuse them', () => {
    const { flags, flagLanes } = prepareInitiativeClock(
      makeTimeline(new Array<Day>(100).fill('works'), [
        ['B-1', 0, 40],
        ['B-2', 10, 30],
        ['B-3', 60, null],
      ]),
      plan,
    );
    expect(flags.map((flag) => [flag.key, flag.lane, flag.open]).toSorted()).toEqual([
      ['B-1', 0, false],
      ['B-2', 1, false],
      ['B-3', 0, true],
    ]);
    expect(flagLanes).toBe(2);
  });

  it('keeps the six longest of too many blockers and says so', () => {
    const blockers = Array.from({ length: 9 }, (_, index): [string, number, number] => [`B-${index}`, index, 90]);
    const clock = prepareInitiativeClock(makeTimeline(new Array<Day>(100).fill('works'), blockers), plan);
    expect(clock.flags.map((flag) => flag.key)).toEqual(['B-0', 'B-1', 'B-2', 'B-3', 'B-4', 'B-5']);
    expect(clock.flagsLeftOut).toBe('6 of 9 blockers');
  });

  it('a blocker that left before, or came after, has no flag', () => {
    const blockers: [string, number, number | null][] = [
      ['B-1', -20, -10],
      ['B-2', -5, 3],
      ['B-3', 40, null],
    ];
    const clock = prepareInitiativeClock(makeTimeline(new Array<Day>(30).fill('works'), blockers), plan);
    expect(clock.flags.map((flag) => flag.key)).toEqual(['B-2']);
    expect(clock.flagsLeftOut).toBeNull();
  });

  it('reaches ahead to a target in sight, and points to one far away', () => {
    const timeline = makeTimeline(new Array<Day>(100).fill('works'));
    expect(prepareInitiativeClock(timeline, { ...plan, targetOn: dayOf(120) }).target).toMatchObject({ beyond: false, missed: false });
    expect(prepareInitiativeClock(timeline, { ...plan, targetOn: dayOf(400) }).target).toMatchObject({ beyond: true });
    expect(prepareInitiativeClock(timeline, { ...plan, targetOn: dayOf(50) }).target).toMatchObject({ missed: true });
  });

  it('an alert stands where it was raised, filled while it is open; others are left out', () => {
    const alert = (id: string, day: number, closed: number | null) => ({
      id,
      figure: '3 open external blockers',
      raisedAt: `${dayOf(day)}T12:00:00.000Z`,
      closedAt: closed === null ? null : `${dayOf(closed)}T12:00:00.000Z`,
    });
    const alerts = [alert('early', -3, -1), alert('over', 10, 12), alert('open', 20, null)];
    const clock = prepareInitiativeClock(makeTimeline(new Array<Day>(30).fill('works')), { ...plan, alerts });
    expect(clock.alerts.map(({ id, open }) => [id, open])).toEqual([
      ['open', true],
      ['over', false],
    ]);
    expect(clock.alerts[1]?.says).toBe('alert on 15 Jan 2026, 12:00 UTC: 3 open external blockers; until 17 Jan 2026, 12:00 UTC');
    expect(clock.alerts[0]?.x).toBeGreaterThan(clock.alerts[1]?.x ?? 0);
  });

  it.each([[[]], [['idle', 'idle']]])('%j has no clock yet', (days: string[]) => {
    expect(prepareInitiativeClock(makeTimeline(days as Day[]), plan).empty).toBe(true);
  });
});
