import { randomUUID } from 'node:crypto';
import { runAnalysis } from '@speedtax/analysis';
import { referenceAlerts } from '@speedtax/domain/reference/alerts.ts';
import { blockersNow } from '@speedtax/domain/reference/initiative-figures.ts';
import { Lookup } from '@speedtax/domain/reference/instant.ts';
import { makeLogger } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';
import { insertAlertRule } from '@speedtax/storage/alerts';
import { deleteAnalysis } from '@speedtax/storage/derived';
import { generateCompany } from '@speedtax/tracker-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, startInstallation } from './installation.ts';
import { worldOfCompany } from './world-of-company.ts';

const today = Date.parse('2026-11-20T15:30:00Z');
const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Syncs over a year, now and then two of them soon after one another: ten minutes later, which is a flap, or twenty, which is none. */
const looks = Array.from({ length: 92 }, (_, k) => today - (365 - 4 * k) * dayMs).flatMap((at, k) =>
  k % 4 === 0 ? [at, at + (k % 8 === 0 ? 10 : 20) * minuteMs] : [at],
);
const rules = [
  { kind: 'external_blockers', level: 1, riseDays: null },
  { kind: 'external_blockers', level: 2, riseDays: null },
  { kind: 'external_blockers', level: 3, riseDays: null },
  { kind: 'blocker_rise', level: 1, riseDays: 7 },
  { kind: 'blocker_rise', level: 2, riseDays: 30 },
] as const;

let installation: Installation;
const company = generateCompany({ seed: 31, issues: 320, today });
const world = worldOfCompany(company);

beforeAll(async () => {
  installation = await startInstallation(company);
  const { database, organizationId } = installation.test;
  await beginAYearAgo(database, organizationId, installation.connectionId);
  const logger = makeLogger({ service: 'test', level: 'silent' });
  for (const at of looks) {
    if (at !== looks[0]) await readUpTo(at);
    await runAnalysis({ database, logger, now: () => at }, organizationId);
  }
});
afterAll(() => installation?.close());

/** The facts stay; what was found in them goes, and the first sync has read only as far as a year ago. */
async function beginAYearAgo(database: Database, organizationId: string, connectionId: string): Promise<void> {
  await database.inOrganization(organizationId, async (trx) => {
    await deleteAnalysis(trx, organizationId);
    for (const table of ['alert', 'alert_state', 'alert_rule', 'alert_watch'] as const) await trx.deleteFrom(table).execute();
    await trx.insertInto('alert_watch').values({ organization_id: organizationId }).execute();
    for (const { kind, level, riseDays } of rules) {
      const rule = { id: randomUUID(), kind, level, within_days: riseDays ?? 1, is_on: true, made_by: 'Ada', made_at: new Date(0) };
      await insertAlertRule(trx, organizationId, { ...rule, subject_kind: null, subject_id: null });
    }
    const first = { read_at: new Date(looks[0] ?? 0), created_at: new Date(0), state: 'analyzing' as const, kind: 'backfill' as const };
    // Nobody but this test says when it is read.
    await trx
      .updateTable('connection')
      .set({ paused_at: new Date(0) })
      .where('id', '=', connectionId)
      .execute();
    await trx.updateTable('sync').set(first).where('connection_id', '=', connectionId).execute();
  });
}

async function readUpTo(at: number): Promise<void> {
  const { database, organizationId } = installation.test;
  const sync = { id: randomUUID(), connection_id: installation.connectionId, kind: 'incremental' as const, state: 'analyzing' as const };
  await database.inOrganization(organizationId, (trx) =>
    trx
      .insertInto('sync')
      .values({ organization_id: organizationId, ...sync, read_at: new Date(at), created_at: new Date(at) })
      .execute(),
  );
}

/** `raised external_blockers 3 of <initiative> at <instant>`, as the outbox' events tell it. */
async function toldAlerts(): Promise<string[]> {
  const { database, organizationId } = installation.test;
  const rows = await database.inOrganization(organizationId, (trx) =>
    trx
      .selectFrom('alert_event')
      .innerJoin('alert', 'alert.id', 'alert_event.alert_id')
      .innerJoin('initiative', 'initiative.id', 'alert.subject_id')
      .select(['alert_event.kind as what', 'alert.kind', 'alert.level', 'initiative.external_id', 'alert_event.at'])
      .where('alert_event.kind', 'in', ['raised', 'cleared'])
      .execute(),
  );
  return rows.map(({ what, kind, level, external_id, at }) => `${what} ${kind} ${level} of ${external_id} at ${at.toISOString()}`).sort();
}

function expectedAlerts(): string[] {
  const lookup = new Lookup(world);
  const watched = world.initiatives.filter(({ status }) => status === 'planned' || status === 'active');
  return watched
    .flatMap(({ id }) => {
      const year = looks.map((at, k) => ({ at, value: blockersNow(world, lookup, id, at).externalBlockers.length, baseline: k === 0 }));
      return rules.flatMap(({ kind, ...rule }) =>
        referenceAlerts(year, rule).map((told) => {
          const [what, k] = told.split(' ');
          return `${what} ${kind} ${rule.level} of ${id} at ${new Date(looks[Number(k)] ?? 0).toISOString()}`;
        }),
      );
    })
    .sort();
}

describe('a year of a company, sync after sync', () => {
  it('is told every alert that the literal reference expects, and none other', async () => {
    const expected = expectedAlerts();
    expect(expected.length).toBeGreaterThan(20);
    expect(await toldAlerts()).toEqual(expected);
  });

  it('has at no time two open alerts of one rule and one initiative', async () => {
    const { database, organizationId } = installation.test;
    const alerts = await database.inOrganization(organizationId, (trx) => trx.selectFrom('alert').selectAll().execute());
    for (const own of Map.groupBy(alerts, ({ rule_id, subject_id }) => `${rule_id} ${subject_id}`).values()) {
      const inOrder = own.toSorted((a, b) => a.raised_at.getTime() - b.raised_at.getTime());
      inOrder.slice(1).forEach((alert, k) => {
        expect(inOrder[k]?.closed_at?.getTime()).toBeLessThanOrEqual(alert.raised_at.getTime());
      });
    }
  });
});
