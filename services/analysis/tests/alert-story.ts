import { randomUUID } from 'node:crypto';
import type { AlertKind } from '@speedtax/domain';
import { makeLogger } from '@speedtax/runtime';
import { insertAlertRule, listAlertEvents, listAlertRules, listAlerts, listDeliveries } from '@speedtax/storage/alerts';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, type CompanyStory, type IssueStory, insertCompanyStory, type StoredStory } from '@speedtax/storage/testing/company-story';
import { sql } from 'kysely';
import { runAnalysis } from '../src/jobs/run-analysis.ts';

const logger = makeLogger({ service: 'test', level: 'silent' });
export let test: TestDatabase;
export let stored: StoredStory;

export const blocker = (key: string, from: number, to?: number): IssueStory => ({
  key,
  team: 'B',
  assignee: 'Bob',
  statuses:
    to === undefined
      ? [[from, 'started']]
      : [
          [from, 'started'],
          [to, 'completed'],
        ],
});

/** Launch is Ada's; its one issue a1 waits on b1 from day 1, on b2 and b3 from day 5, and is free of b2 and b3 on day 8. */
export const launch: CompanyStory = {
  teams: ['A', 'B'],
  people: [
    { name: 'Ada', teams: ['A'] },
    { name: 'Bob', teams: ['B'] },
    { name: 'Carl', teams: ['A'] },
  ],
  initiatives: [{ name: 'Launch', owner: 'Ada' }],
  projects: [{ name: 'Checkout', lead: 'Ada', initiative: 'Launch' }],
  issues: [
    { key: 'a1', team: 'A', project: 'Checkout', assignee: 'Carl', statuses: [[0, 'started']] },
    blocker('b1', 1),
    blocker('b2', 5, 8),
    blocker('b3', 5, 8),
  ],
  links: [
    { blocker: 'b1', blocked: 'a1', from: 1 },
    { blocker: 'b2', blocked: 'a1', from: 5 },
    { blocker: 'b3', blocked: 'a1', from: 5 },
  ],
};

export async function tell(story: CompanyStory, firstSyncOn: number): Promise<void> {
  test = await makeTestDatabase();
  stored = await insertCompanyStory(test.database, test.organizationId, story, firstSyncOn);
  await run((trx) => sql`update person set email = name || '@example.com'`.execute(trx));
  await analyze(firstSyncOn);
}

export const run = <T>(work: (trx: Parameters<Parameters<TestDatabase['database']['inOrganization']>[1]>[0]) => Promise<T>) =>
  test.database.inOrganization(test.organizationId, work);

export const analyze = (day: number) => runAnalysis({ database: test.database, logger, now: () => at(day).getTime() }, test.organizationId);

export async function sync(day: number, kind: 'incremental' | 'backfill' | 'remap' = 'incremental'): Promise<string> {
  const id = randomUUID();
  await run((trx) =>
    trx
      .insertInto('sync')
      .values({
        organization_id: test.organizationId,
        id,
        connection_id: stored.connectionId,
        kind,
        state: 'analyzing',
        read_at: at(day),
        started_at: at(day),
        created_at: at(1000 + day),
      })
      .execute(),
  );
  await analyze(day);
  return id;
}

export async function syncs(...days: number[]): Promise<void> {
  for (const day of days) await sync(day);
}

/** `raised 3 of Launch by external_blockers`, and what happened to it. */
export async function told(): Promise<string[]> {
  return run(async (trx) => {
    const alerts = await listAlerts(trx, test.organizationId, { limit: 100 });
    const events = await listAlertEvents(
      trx,
      test.organizationId,
      alerts.map(({ id }) => id),
    );
    return events.map(({ alert_id, kind, at: when, value }) => {
      const alert = alerts.find(({ id }) => id === alert_id);
      return `${kind} ${alert?.kind} of ${alert?.subject_name} on ${Math.round(((when.getTime() - at(0).getTime()) / 86_400_000) * 100) / 100}${value === null ? '' : ` at ${value}`}`;
    });
  });
}

export async function listen(tells: string[], kind: 'slack' | 'email', target = ''): Promise<void> {
  const channel = { id: randomUUID(), kind, name: kind, target, secret: 'sealed', made_by: 'Ada', made_at: at(0) };
  const quiet = { quiet_from_minute: null, quiet_to_minute: null, digest_minute: null };
  const any = { rule_id: null, subject_id: null, time_zone: 'UTC' };
  await run(async (trx) => {
    const organization_id = test.organizationId;
    await trx
      .insertInto('alert_channel')
      .values({ organization_id, ...channel })
      .execute();
    const subscription = { organization_id, id: randomUUID(), channel_id: channel.id, tells, ...any, ...quiet };
    await trx.insertInto('alert_subscription').values(subscription).execute();
  });
}

export async function addRule(kind: AlertKind, level: number, subject?: { kind: 'initiative' | 'team'; id: string }): Promise<string> {
  const id = randomUUID();
  const rule = { id, kind, level, within_days: 30, is_on: true, made_by: 'Ada', made_at: at(0) };
  const of = { subject_kind: subject?.kind ?? null, subject_id: subject?.id ?? null };
  await run((trx) => insertAlertRule(trx, test.organizationId, { ...rule, ...of }));
  return id;
}

export const outbox = () => run((trx) => listDeliveries(trx, test.organizationId, { limit: 100 }));
export const rules = () => run((trx) => listAlertRules(trx, test.organizationId));
