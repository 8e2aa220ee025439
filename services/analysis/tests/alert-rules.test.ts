import type { AlertKind } from '@speedtax/domain';
import { listAlerts, updateAlertRule } from '@speedtax/storage/alerts';
import { at, type CompanyStory, type IssueStory } from '@speedtax/storage/testing/company-story';
import { afterEach, describe, expect, it } from 'vitest';
import { addRule, blocker, launch, listen, outbox, rules, run, stored, syncs, tell, test, told } from './alert-story.ts';

afterEach(() => test.close());

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
