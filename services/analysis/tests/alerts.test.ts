import { randomUUID } from 'node:crypto';
import type { AlertKind } from '@speedtax/domain';
import { makeLogger } from '@speedtax/runtime';
import { insertAlertRule, listAlertEvents, listAlertRules, listAlerts, listDeliveries, updateAlertRule } from '@speedtax/storage/alerts';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, type CompanyStory, type IssueStory, insertCompanyStory, type StoredStory } from '@speedtax/storage/testing/company-story';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { runAnalysis } from '../src/jobs/run-analysis.ts';

const quarterHour = 15 / 24 / 60;
const logger = makeLogger({ service: 'test', level: 'silent' });
let test: TestDatabase;
let stored: StoredStory;
afterEach(() => test.close());

const blocker = (key: string, from: number, to?: number): IssueStory => ({
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
const launch: CompanyStory = {
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

async function tell(story: CompanyStory, firstSyncOn: number): Promise<void> {
  test = await makeTestDatabase();
  stored = await insertCompanyStory(test.database, test.organizationId, story, firstSyncOn);
  await run((trx) => sql`update person set email = name || '@example.com'`.execute(trx));
  await analyze(firstSyncOn);
}

const run = <T>(work: (trx: Parameters<Parameters<TestDatabase['database']['inOrganization']>[1]>[0]) => Promise<T>) =>
  test.database.inOrganization(test.organizationId, work);

const analyze = (day: number) => runAnalysis({ database: test.database, logger, now: () => at(day).getTime() }, test.organizationId);

async function sync(day: number, kind: 'incremental' | 'backfill' | 'remap' = 'incremental'): Promise<string> {
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

async function syncs(...days: number[]): Promise<void> {
  for (const day of days) await sync(day);
}

/** `raised 3 of Launch by external_blockers`, and what happened to it. */
async function told(): Promise<string[]> {
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

async function listen(tells: string[], kind: 'slack' | 'email', target = ''): Promise<void> {
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

async function addRule(kind: AlertKind, level: number, subject?: { kind: 'initiative' | 'team'; id: string }): Promise<string> {
  const id = randomUUID();
  const rule = { id, kind, level, within_days: 30, is_on: true, made_by: 'Ada', made_at: at(0) };
  const of = { subject_kind: subject?.kind ?? null, subject_id: subject?.id ?? null };
  await run((trx) => insertAlertRule(trx, test.organizationId, { ...rule, ...of }));
  return id;
}

const outbox = () => run((trx) => listDeliveries(trx, test.organizationId, { limit: 100 }));
const rules = () => run((trx) => listAlertRules(trx, test.organizationId));

describe('an organization begins', () => {
  it('with two rules, and is told nothing of what was so at its first sync', async () => {
    await tell(launch, 6);
    expect((await rules()).map(({ kind, level, within_days, is_on }) => [kind, level, within_days, is_on])).toEqual(
      expect.arrayContaining([
        ['external_blockers', 3, 7, true],
        ['blocker_rise', 2, 7, true],
      ]),
    );
    await syncs(6.5, 7, 7.5);
    expect(await told()).toEqual([]);
  });
});

describe('an initiative that gains blockers', () => {
  it('is told of once, when they are there for two syncs, with what came since it was quiet', async () => {
    await tell(launch, 2);
    await listen(['raised', 'cleared'], 'slack');
    await syncs(3, 5);
    expect(await told()).toEqual([]);
    await syncs(5 + quarterHour, 6, 7);
    expect((await told()).sort()).toEqual([
      'raised blocker_rise of Launch on 5.01 at 2',
      'raised external_blockers of Launch on 5.01 at 3',
    ]);
    const [alert] = await run((trx) => listAlerts(trx, test.organizationId, { limit: 1 }));
    const [event] = await run((trx) => listAlertEvents(trx, test.organizationId, [alert?.id ?? '']));
    expect(event?.message).toMatchObject({
      subject: { name: 'Launch' },
      owners: [{ name: 'Ada', email: 'Ada@example.com' }],
      moreEdges: 0,
    });
    expect(
      event?.message?.edges.map(({ blocker: b, blocked }) => [b.key, b.teamName, b.statusName, b.assignee?.name, blocked.key]),
    ).toEqual(
      expect.arrayContaining([
        ['b2', 'Team B', 'completed', 'Bob', 'a1'],
        ['b3', 'Team B', 'completed', 'Bob', 'a1'],
      ]),
    );
    expect(event?.message?.edges).toHaveLength(2);
    expect((await outbox()).map(({ state, eventKind }) => [state, eventKind])).toEqual([
      ['waiting', 'raised'],
      ['waiting', 'raised'],
    ]);
  });

  it('is told to be well again, unless the news of it never left', async () => {
    await tell(launch, 2);
    await listen(['raised', 'cleared'], 'slack');
    await syncs(3, 5, 6);
    await run((trx) => trx.updateTable('alert_delivery').set({ state: 'sent' }).where('is_digest', '=', false).execute());
    await syncs(8, 9);
    expect((await told()).filter((one) => one.includes('external'))).toEqual([
      'raised external_blockers of Launch on 6 at 3',
      'freed external_blockers of Launch on 9',
      'cleared external_blockers of Launch on 9 at 1',
    ]);
    expect((await outbox()).map(({ state, eventKind }) => `${eventKind} ${state}`).sort()).toEqual([
      'cleared waiting',
      'cleared waiting',
      'raised sent',
      'raised sent',
    ]);
  });

  it('and is well before anything was sent is not told of at all', async () => {
    await tell(launch, 2);
    await listen(['raised', 'cleared'], 'slack');
    await syncs(3, 5, 6, 8, 9);
    expect((await outbox()).map(({ state, eventKind }) => `${eventKind} ${state}`)).toEqual(['raised dropped', 'raised dropped']);
  });

  it('lets whoever waited know that a blocker is gone, once, however many rules had told of it', async () => {
    await tell(launch, 2);
    await listen(['freed'], 'email');
    await syncs(3, 5, 6, 8, 9, 10);
    const freed = (await outbox()).filter(({ eventKind }) => eventKind === 'freed');
    expect(freed.map(({ recipient }) => recipient)).toEqual(['Carl@example.com']);
    const [alert] = await run((trx) => listAlerts(trx, test.organizationId, { id: freed[0]?.alertId ?? '', limit: 1 }));
    const events = await run((trx) => listAlertEvents(trx, test.organizationId, [alert?.id ?? '']));
    const message = events.find(({ kind }) => kind === 'freed')?.message;
    expect(message?.edges.map((edge) => edge.blocker.key).sort()).toEqual(['b2', 'b3']);
  });

  it('writes to its owner where the channel names nobody', async () => {
    await tell(launch, 2);
    await listen(['raised'], 'email');
    await syncs(3, 5, 6);
    expect([...new Set((await outbox()).map(({ recipient }) => recipient))]).toEqual(['Ada@example.com']);
  });
});

describe('what cannot be told', () => {
  it('is not cleared: a connection that fails, or was read in part', async () => {
    await tell(launch, 2);
    await syncs(3, 5, 6);
    await run((trx) => trx.updateTable('connection').set({ status: 'failing' }).execute());
    const failing = async (day: number) => {
      const row = { organization_id: test.organizationId, connection_id: randomUUID() };
      await run((trx) =>
        trx
          .insertInto('connection')
          .values({
            organization_id: row.organization_id,
            id: row.connection_id,
            provider: 'jira',
            name: 'Other',
            base_url: 'https://other.example',
            credentials: 'sealed',
            status: 'unauthorized',
          })
          .execute(),
      );
      await sync(day);
    };
    await failing(9);
    await syncs(10, 11);
    expect((await told()).filter((one) => one.startsWith('cleared'))).toEqual([]);
    const { unknown_because } = await run((trx) => trx.selectFrom('alert_watch').selectAll().executeTakeFirstOrThrow());
    expect(unknown_because).toBe('Other cannot be read');
    await run((trx) => trx.deleteFrom('connection').where('name', '=', 'Other').execute());
    await syncs(12, 13);
    expect((await told()).filter((one) => one.startsWith('cleared'))).toHaveLength(2);
  });

  it('is not cleared by a sync that missed a part', async () => {
    await tell(launch, 2);
    await syncs(3, 5, 6);
    const id = randomUUID();
    const place = { organization_id: test.organizationId, connection_id: stored.connectionId };
    await run(async (trx) => {
      await trx
        .insertInto('sync')
        .values({ ...place, id, kind: 'reconcile', state: 'analyzing', read_at: at(9), created_at: at(1009) })
        .execute();
      await trx
        .insertInto('sync_problem')
        .values({ ...place, sync_id: id, kind: 'too-many-missing', subject: 'issues', detail: '8 of 9' })
        .execute();
    });
    await analyze(9);
    expect((await told()).filter((one) => one.startsWith('cleared'))).toEqual([]);
  });

  it('a backfill is noted and nobody is told', async () => {
    await tell(launch, 2);
    await sync(3);
    await sync(5, 'remap');
    await syncs(6, 7);
    expect(await told()).toEqual([]);
  });

  it('a rebuild changes nothing', async () => {
    await tell(launch, 2);
    await syncs(3, 5, 6);
    const before = await told();
    await analyze(20);
    await analyze(21);
    expect(await told()).toEqual(before);
  });
});

describe('rules', () => {
  it('of an initiative stand before those of all, and what is not watched any more ends without a word', async () => {
    await tell(launch, 2);
    const own = await addRule('external_blockers', 2, { kind: 'initiative', id: stored.idOf('initiative', 'Launch') });
    await listen(['raised', 'cleared'], 'slack');
    await syncs(3, 5, 6);
    const raised = await run((trx) => listAlerts(trx, test.organizationId, { limit: 10 }));
    expect(raised.filter(({ kind }) => kind === 'external_blockers').map(({ rule_id, level }) => [rule_id, level])).toEqual([[own, 2]]);
    await run((trx) =>
      trx
        .updateTable('initiative')
        .set({ status: 'completed', completed_at: at(6.5) })
        .execute(),
    );
    await syncs(7);
    const ended = await run((trx) => listAlerts(trx, test.organizationId, { limit: 10 }));
    expect(ended.map(({ closed_because }) => closed_because)).toEqual(['subject_gone', 'subject_gone']);
    expect((await outbox()).every(({ state }) => state === 'dropped')).toBe(true);
  });

  it('that were changed look anew', async () => {
    await tell(launch, 2);
    await syncs(3);
    for (const { id } of await rules()) await run((trx) => updateAlertRule(trx, test.organizationId, id, { level: 1 }));
    await syncs(4, 5, 6);
    expect((await told()).filter((one) => one.includes('external'))).toEqual([]);
  });

  it.each<{ kind: AlertKind; level: number; story: CompanyStory; days: number[]; expected: string[] }>([
    {
      kind: 'deadlock',
      level: 1,
      story: { ...launch, links: [...(launch.links ?? []), { blocker: 'a1', blocked: 'b1', from: 4 }] },
      days: [2, 3, 4, 5],
      expected: ['raised deadlock of Launch on 5 at 1'],
    },
    { kind: 'stalled', level: 3, story: launch, days: [1.5, 3, 4, 5], expected: ['raised stalled of Launch on 5 at 4'] },
    { kind: 'team_tax', level: 50, story: launch, days: [1.1, 1.2, 4, 6], expected: ['raised team_tax of Team A on 6 at 83.3'] },
    {
      kind: 'date_conflict',
      level: 1,
      story: {
        ...launch,
        initiatives: [{ name: 'Launch', owner: 'Ada', targetOn: '2026-02-01' }],
        issues: launch.issues.map((one) => (one.key === 'b2' ? { ...one, dueOn: '2026-03-01' } : one)),
      },
      days: [3, 4, 5, 6],
      expected: ['raised date_conflict of Launch on 6 at 1'],
    },
  ])('can be of $kind', async ({ kind, level, story, days, expected }) => {
    await tell(story, days[0] as number);
    await addRule(kind, level);
    await syncs(...days.slice(1));
    expect((await told()).filter((one) => one.includes(kind))).toEqual(expected);
  });

  it('can be of an owner that is lost', async () => {
    await tell(launch, 2);
    await addRule('ownership', 1);
    await syncs(3);
    await run((trx) => trx.updateTable('person').set({ active: false }).where('name', '=', 'Ada').execute());
    await syncs(4, 4.5);
    expect((await told()).filter((one) => one.includes('ownership'))).toEqual(['raised ownership of Launch on 4.5 at 1']);
  });

  it('can be of a team: what its issues wait on', async () => {
    await tell(launch, 2);
    await addRule('external_blockers', 3, { kind: 'team', id: stored.idOf('team', 'A') });
    await syncs(3, 5, 6);
    expect((await told()).filter((one) => one.includes('Team A'))).toEqual(['raised external_blockers of Team A on 6 at 3']);
  });

  it('can be of waits that last longer than they do', async () => {
    const former = Array.from({ length: 12 }, (_, k): [IssueStory, IssueStory] => [
      {
        key: `x${k}`,
        team: 'A',
        statuses: [
          [1, 'started'],
          [4, 'completed'],
        ],
      },
      blocker(`y${k}`, 1, 3),
    ]);
    await tell(
      {
        ...launch,
        issues: [
          ...launch.issues.map((one) => (one.key === 'b1' ? { ...one, statuses: [[10, 'started']] as const } : one)),
          ...former.flat(),
        ],
        links: [{ blocker: 'b1', blocked: 'a1', from: 10 }, ...former.map((_, k) => ({ blocker: `y${k}`, blocked: `x${k}`, from: 1 }))],
      },
      9,
    );
    await addRule('overdue_waits', 1);
    await syncs(9.5, 11, 11.9, 12.1, 12.2);
    expect((await told()).filter((one) => one.includes('overdue'))).toEqual(['raised overdue_waits of Launch on 12.2 at 1']);
  });
});
