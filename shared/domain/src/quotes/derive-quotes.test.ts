import { describe, expect, it } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { makeOrganizationClock } from '../clock/organization-clock.ts';
import { buildCompany } from '../facts/build-company.ts';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';
import { joinPairWaits } from './join-pair-waits.ts';

type Story = Parameters<typeof analyzeStory>[0];

const pairWaitsOf = (story: Story) => {
  const { company, analysis } = analyzeStory(story);
  const told: string[] = [];
  joinPairWaits(analysis.waits, (row, from, to) => {
    const { waitingTeam, blockingTeam } = analysis.waits;
    told.push(`${company.ids.teams[waitingTeam[row]!]} on ${company.ids.teams[blockingTeam[row]!]} ${from / day(1)}–${to / day(1)}`);
  });
  return told.sort();
};

describe('a wait of a pair', () => {
  it('goes on while others come to block too, and while work begins on either side', () => {
    const a1 = issue('a1', 'A', { unstarted: 0, started: 2 });
    const b1 = issue('b1', 'B', { backlog: 0, started: 3, completed: 6 });
    const c1 = issue('c1', 'C', { started: 0, completed: 5 });
    expect(pairWaitsOf({ issues: [a1, b1, c1], dependencies: [link('b1', 'a1', 1), link('c1', 'a1', 4)] })).toEqual([
      'A on B 1–6',
      'A on C 4–5',
    ]);
  });

  it('is over where another team takes over', () => {
    const a1 = issue('a1', 'A', { started: 0 });
    const [b1, c1] = [issue('b1', 'B', { started: 0 }), issue('c1', 'C', { started: 0 })];
    expect(pairWaitsOf({ issues: [a1, b1, c1], dependencies: [link('b1', 'a1', 1, 3), link('c1', 'a1', 3, 7)] })).toEqual([
      'A on B 1–3',
      'A on C 3–7',
    ]);
  });

  it('ends where the team stops blocking, and another begins', () => {
    const a1 = issue('a1', 'A', { started: 0 });
    const b1 = issue('b1', 'B', { started: 0, completed: 3 });
    const b2 = issue('b2', 'B', { started: 0, completed: 9 });
    expect(pairWaitsOf({ issues: [a1, b1, b2], dependencies: [link('b1', 'a1', 1), link('b2', 'a1', 5)] })).toEqual([
      'A on B 1–3',
      'A on B 5–9',
    ]);
  });
});

describe('a wait of a pair, told apart', () => {
  it('from that of another issue, another team, and one later', () => {
    const [a1, a2] = [issue('a1', 'A', { started: 0 }), issue('a2', { 0: 'A', 6: 'D' }, { started: 0 })];
    const b1 = issue('b1', 'B', { started: 0, completed: 9 });
    const c1 = issue('c1', 'C', { started: 0, completed: 8 });
    const dependencies = [link('b1', 'a1', 1, 3), link('c1', 'a1', 3), link('b1', 'a1', 5), link('b1', 'a2', 3), link('c1', 'a2', 2, 3)];
    expect(pairWaitsOf({ issues: [a1, a2, b1, c1], dependencies })).toEqual([
      'A on B 1–3',
      'A on B 3–6',
      'A on B 5–9',
      'A on C 2–3',
      'A on C 3–8',
      'D on B 6–9',
    ]);
  });
});

describe('the quotes of a company', () => {
  const waitsOf = (lengths: readonly number[], begin = 1): Story => ({
    issues: lengths.flatMap((length, k) => [
      issue(`a${k}`, 'A', { started: 0 }),
      issue(`b${k}`, 'B', { started: 0, ...(length < 100 ? { completed: begin + length } : {}) }),
    ]),
    dependencies: lengths.map((_, k) => link(`b${k}`, `a${k}`, begin)),
  });

  it('tell for each pair how long its waits took, lasting ones included', () => {
    const { analysis, company } = analyzeStory(waitsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 100]), 40);
    expect(analysis.quotes).toEqual([
      {
        waitingTeam: company.ids.teams.indexOf('A'),
        blockingTeam: company.ids.teams.indexOf('B'),
        waits: 10,
        censored: 1,
        medianMs: day(5),
        p85Ms: day(9),
        standing: { dropsOnDay: expect.any(Number), outlastsAt: Infinity },
      },
    ]);
  });

  it('tell how long those took that were seen to the end, among those that had lasted as long', () => {
    // Three have lasted for a day by now, less than the shortest took: the quote is that of the nine others.
    const early = waitsOf([2, 3, 4, 5, 6, 7, 8, 9, 10], 1);
    const late = [1, 2, 3].map((k) => [issue(`a-${k}`, 'A', { started: 0 }), issue(`b-${k}`, 'B', { started: 0 })] as const);
    const dependencies = [...(early.dependencies ?? []), ...late.map((_, k) => link(`b-${k + 1}`, `a-${k + 1}`, 39))];
    const { analysis } = analyzeStory({ issues: [...early.issues, ...late.flat()], dependencies }, 40);
    expect(analysis.quotes[0]).toMatchObject({ waits: 12, censored: 3, medianMs: day(6), p85Ms: day(9) });
  });

  it('stand until their oldest wait is a year old, or a lasting one has outlasted one that ended', () => {
    const ended = waitsOf([1, 2, 3, 4, 5, 6, 7, 8, 20], 2);
    const lasting = { issues: [issue('a', 'A', { started: 0 }), issue('b', 'B', { started: 0 })], dependencies: [link('b', 'a', 25)] };
    const story = { issues: [...ended.issues, ...lasting.issues], dependencies: [...(ended.dependencies ?? []), ...lasting.dependencies] };
    const standingOn = (now: number) => analyzeStory(story, now).analysis.quotes[0]?.standing;
    // It has lasted for 5 days on day 30: the next to be outlasted took 6.
    expect(standingOn(30)).toEqual({ dropsOnDay: 2 + 365, outlastsAt: day(25 + 6) });
    expect(standingOn(31)?.outlastsAt).toBe(day(25 + 7));
    expect(standingOn(59)?.outlastsAt).toBe(Infinity);
  });
});

describe('the waits behind a quote', () => {
  const clock = makeOrganizationClock('UTC', 0, 900);
  /** C waits on B, and A on C: from a day, until a day or to this day. */
  const quotesOn = (now: number, told: readonly (readonly [pair: string, from: number, to: number | null])[]) => {
    const issues = told.flatMap(([pair], k) => [
      issue(`waiting${k}`, pair[0]!, { started: 0 }),
      issue(`blocking${k}`, pair[1]!, { started: 0 }),
    ]);
    const dependencies = told.map(([, from, to], k) => link(`blocking${k}`, `waiting${k}`, from, to ?? undefined));
    const company = buildCompany({ teams: ['A', 'B', 'C'], issues, dependencies });
    return analyze(company, clock, day(now)).quotes.map(({ waitingTeam, blockingTeam, waits, censored, standing }) => ({
      pair: `${company.ids.teams[waitingTeam]}${company.ids.teams[blockingTeam]}`,
      waits,
      censored,
      dropsOnDay: standing.dropsOnDay,
      outlastsAt: standing.outlastsAt,
    }));
  };
  const tell = (pair: string, waits: number, censored: number, dropsOnDay: number) => ({
    pair,
    waits,
    censored,
    dropsOnDay,
    outlastsAt: Infinity,
  });

  it('began within the year, the day of the data cut-off included', () => {
    expect(
      quotesOn(420, [
        ['CB', 55, 60],
        ['CB', 56, 60],
        ['CB', 400, null],
      ]),
    ).toEqual([tell('CB', 2, 1, 56 + 365)]);
    expect(quotesOn(420, [['CB', 55, null]])).toEqual([]);
  });

  it('have begun before the data cut-off, and have ended where they end at it', () => {
    expect(
      quotesOn(420, [
        ['CB', 400, 420],
        ['CB', 410, 421],
        ['CB', 420, null],
      ]),
    ).toEqual([tell('CB', 2, 1, 400 + 365)]);
  });

  it('are told pair by pair, and by the oldest', () => {
    expect(
      quotesOn(100, [
        ['CB', 30, 40],
        ['AC', 20, 40],
        ['CB', 10, 20],
        ['BA', 5, null],
      ]),
    ).toEqual([tell('CB', 2, 0, 10 + 365), tell('AC', 1, 0, 20 + 365), tell('BA', 1, 1, 5 + 365)]);
  });

  it('may outlast an ended one at the earliest when the first of them does, and only where there is a quote', () => {
    const ended = [9, 4, 8, 3, 7, 2, 6, 5].map((length) => ['CB', 10, 10 + length] as const);
    const [quote] = quotesOn(50, [...ended, ['CB', 44, null], ['CB', 48, null], ['CB', 20, null]]);
    // On day 50 they have lasted for 6, 2 and 30 days: the second is the first to take longer than one that took 3.
    expect(quote?.outlastsAt).toBe(day(48 + 3));
    expect(quotesOn(50, [...ended, ['CB', 48, null]])[0]?.outlastsAt).toBe(Infinity);
    const [other] = quotesOn(50, [...ended, ['CB', 46, null], ['CB', 43, null]]);
    expect(other?.outlastsAt).toBe(day(43 + 8));
  });
});
