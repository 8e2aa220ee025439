import { randomUUID } from 'node:crypto';
import { listAlertEvents, listAlerts } from '@speedtax/storage/alerts';
import { at } from '@speedtax/storage/testing/company-story';
import { afterEach, describe, expect, it } from 'vitest';
import { analyze, launch, listen, outbox, rules, run, stored, sync, syncs, tell, test, told } from './alert-story.ts';

const quarterHour = 15 / 24 / 60;
afterEach(() => test.close());

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
    const heard = await told();
    expect(heard.filter((one) => !one.startsWith('freed') && one.includes('external'))).toEqual([
      'raised external_blockers of Launch on 6 at 3',
      'cleared external_blockers of Launch on 9 at 1',
    ]);
    // Two rules had told of the blockers; that they are gone is told under one of them.
    expect(heard.filter((one) => one.startsWith('freed'))).toHaveLength(1);
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
