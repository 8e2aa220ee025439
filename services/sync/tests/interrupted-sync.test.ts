import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { type Company, generateCompany, SERVER_ERROR, type Twin } from '@speedtax/tracker-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncContext, SyncSettings } from '../src/context.ts';
import { readFacts } from './facts.ts';
import { makeClock, makeWorkspace, serve, type TestClock } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
let clock: TestClock;
let test: TestDatabase;
let company: Company;
let twin: Twin;
let failsRequest: (place: number) => boolean = () => false;
let clean: unknown;

const maxKills = 200;

/** Small pages where there is much, so that there are boundaries within phases. */
const smallPages = resized((size, name) => (/issue|histories/.test(name) ? Math.ceil(size / 3) : size));

function resized(resize: (size: number, phase: string) => number, nestedSize = 50): Partial<SyncSettings> {
  return {
    choosePlan: (plan) =>
      plan.map((phase) => ({
        ...phase,
        pageSize: resize(phase.pageSize, phase.name),
        ...(phase.nestedSize && { nestedSize: Math.min(phase.nestedSize, nestedSize) }),
      })),
  };
}

beforeAll(async () => {
  clock = makeClock(today);
  test = await makeTestDatabase();
  company = generateCompany({ seed: 4, issues: 300, today });
  twin = await serve(company, clock, { onRequest: ({ place }) => (failsRequest(place) ? SERVER_ERROR : undefined) });
  clean = await syncAfresh({});
});
afterAll(async () => {
  await twin?.close();
  await test?.close();
});

type Fault = NonNullable<Parameters<typeof makeWorkspace>[1]['wrap']>;

async function syncAfresh({ settings, wrap }: { settings?: Partial<SyncSettings>; wrap?: Fault }): Promise<unknown> {
  const workspace = await makeWorkspace(test, { url: twin.url, clock, ...(settings && { settings }), ...(wrap && { wrap }) });
  // Whoever is killed is called again: by the queue, or by the schedule.
  for (let kills = 0; kills < maxKills; kills += 1) {
    try {
      await workspace.sync('backfill');
      return await readFacts(test, workspace.organizationId);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
  throw new Error(`expected to be done after ${maxKills} kills`);
}

class Killed extends Error {}

type Moment = 'before' | 'inside' | 'after';
const moments: readonly Moment[] = ['before', 'inside', 'after'];

/** Dies at every so many transactions: before one began, before it was committed, or right after, in turn. */
function killAt(isDue: (transaction: number) => boolean): { wrap: Fault; transactions: () => number } {
  let transactions = 0;
  let kills = 0;
  const wrap: Fault = (database) => ({
    ...database,
    inOrganization: (async (organizationId, run, options) => {
      transactions += 1;
      if (!isDue(transactions)) return database.inOrganization(organizationId, run, options);
      const moment = moments[(kills += 1) % moments.length];
      if (moment === 'before') throw new Killed();
      const result = await database.inOrganization(organizationId, (trx) => run(trx).finally(() => dieIf(moment === 'inside')), options);
      dieIf(moment === 'after');
      return result;
    }) as SyncContext['database']['inOrganization'],
  });
  return { wrap, transactions: () => transactions };
}

function dieIf(isDue: boolean): void {
  if (isDue) throw new Killed();
}

describe('the size of pages', () => {
  it.each([
    { name: 'tiny', settings: resized(() => 17, 5) },
    { name: 'odd', settings: resized((size) => Math.ceil(size / 3) + 1) },
  ])('does not matter: $name', async ({ settings }) => {
    expect(await syncAfresh({ settings })).toEqual(clean);
  });
});

describe('the length of a turn', () => {
  it('does not matter: one page each', async () => {
    expect(await syncAfresh({ settings: { ...smallPages, stepMs: 0 } })).toEqual(clean);
  });
});

describe('a worker that is killed again and again', () => {
  const every = 10;

  // Over all rounds each transaction of a sync is met, in one of its moments.
  it.each(Array.from({ length: every }, (_, round) => round))('loses and doubles nothing: round %i', async (round) => {
    const { wrap, transactions } = killAt((transaction) => transaction % every === round);
    expect(await syncAfresh({ settings: smallPages, wrap })).toEqual(clean);
    expect(transactions()).toBeGreaterThan(40);
  });
});

describe('a tracker that fails again and again', () => {
  const every = 7;

  it.each(Array.from({ length: every }, (_, round) => round))('is asked again, and nothing is lost: round %i', async (round) => {
    const before = twin.ledger.entries.length;
    failsRequest = (place) => place % every === round;
    expect(await syncAfresh({ settings: smallPages })).toEqual(clean);
    failsRequest = () => false;
    const failed = twin.ledger.entries.slice(before).filter(({ status }) => status === 500);
    expect(failed.length).toBeGreaterThan(2);
  });
});
