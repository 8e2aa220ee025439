import { statusCategories } from '@speedtax/domain';
import { loadCompany } from '@speedtax/storage/derived';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, type CompanyStory, dayZero, insertCompanyStory, type StoredStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const day = 86_400_000;
const told: CompanyStory = {
  teams: ['A', 'B'],
  issues: [
    { key: 'still', team: 'A', statuses: [[1, 'backlog']] },
    {
      key: 'moved',
      team: [
        [0, 'A'],
        [3, 'B'],
        [5, 'A'],
      ],
      statuses: [
        [0, 'unstarted'],
        [2, 'started'],
      ],
    },
    { key: 'archived', team: 'A', statuses: [[0, 'started']], closedAt: 4 },
    { key: 'unread', team: 'B', statuses: [[0, 'completed']] },
    { key: 'back', team: 'B', statuses: [[0, 'started']] },
    { key: 'hurried', team: 'B', statuses: [[0, 'completed']] },
    {
      key: 'untold',
      team: 'B',
      statuses: [
        [0, 'unstarted'],
        [2, 'started'],
      ],
    },
  ],
  links: [
    { blocker: 'still', blocked: 'moved', from: 1, to: 2 },
    { blocker: 'still', blocked: 'moved', from: 3 },
    { blocker: 'moved', blocked: 'still', from: null },
  ],
};
let test: TestDatabase;
let story: StoredStory;
let company: Awaited<ReturnType<typeof loadCompany>>;

beforeAll(async () => {
  test = await makeTestDatabase();
  const { database, organizationId } = test;
  story = await insertCompanyStory(database, organizationId, told, 10);
  await database.inOrganization(organizationId, async (trx) => {
    const unread = { history_read_at: null, started_at: at(2), completed_at: at(6) };
    await trx.updateTable('issue').set(unread).where('id', '=', story.idOf('issue', 'unread')).execute();
    const untold = {
      status_id: story.idOf('status', 'completed'),
      completed_at: at(7),
      team_id: story.idOf('team', 'A'),
      updated_at: at(8),
    };
    await trx.updateTable('issue').set(untold).where('id', '=', story.idOf('issue', 'untold')).execute();
    const change = {
      organization_id: organizationId,
      connection_id: story.connectionId,
      issue_id: story.idOf('issue', 'back'),
      field: 'closed' as const,
    };
    await trx
      .insertInto('issue_change')
      .values({ ...change, external_id: 'x', at: at(2), from_id: null, to_id: 'archived' })
      .execute();
    await trx
      .insertInto('issue_change')
      .values({ ...change, external_id: 'y', at: at(3), from_id: 'archived', to_id: null })
      .execute();
  });
  await database.inOrganization(organizationId, async (trx) => {
    const change = {
      organization_id: organizationId,
      connection_id: story.connectionId,
      issue_id: story.idOf('issue', 'hurried'),
      field: 'status' as const,
      at: at(2),
    };
    const [unstarted, started, completed] = (['unstarted', 'started', 'completed'] as const).map((name) => story.idOf('status', name));
    await trx
      .insertInto('issue_change')
      .values([
        { ...change, external_id: 'a', from_id: started as string, to_id: completed as string },
        { ...change, external_id: 'b', from_id: unstarted as string, to_id: started as string },
      ])
      .execute();
  });
  company = await database.inOrganization(organizationId, (trx) => loadCompany(trx, organizationId), { readOnly: true });
});
afterAll(() => test.close());

function steps(key: string, field: 'status' | 'team' | 'closed'): string[] {
  const places = Array.from({ length: company.ids.issues.length }, (_, place) => place);
  const issue = places.find((place) => company.ids.issues.at(place) === story.idOf('issue', key)) ?? -1;
  const { offset, at: instants, value } = company.issues[field];
  const nameOf = (code: number) => {
    if (field === 'closed') return code === 1 ? 'closed' : 'open';
    if (code === -1) return 'unknown';
    return field === 'status' ? statusCategories[code] : told.teams.find((name) => story.idOf('team', name) === company.ids.teams[code]);
  };
  const rows = Array.from({ length: (offset[issue + 1] ?? 0) - (offset[issue] ?? 0) }, (_, k) => (offset[issue] ?? 0) + k);
  return rows.map((row) => `${((instants[row] ?? 0) - dayZero) / day} ${nameOf(value[row] ?? 0)}`);
}

describe('the facts that the engine reads', () => {
  it('have been as they are today where nothing ever changed', () => {
    expect([steps('still', 'status'), steps('still', 'team'), steps('still', 'closed')]).toEqual([['1 backlog'], ['1 A'], []]);
  });

  it('follow every dated change', () => {
    expect(steps('moved', 'team')).toEqual(['0 A', '3 B', '5 A']);
    expect(steps('moved', 'status')).toEqual(['0 unstarted', '2 started']);
  });

  it('put changes of one instant in the order in which they continue one another', () => {
    expect(steps('hurried', 'status')).toEqual(['0 unstarted', '2 started', '2 completed']);
  });

  it('know when an issue was archived, and when it came back', () => {
    expect(steps('archived', 'closed')).toEqual(['4 closed']);
    expect(steps('back', 'closed')).toEqual(['2 closed', '3 open']);
  });

  it('rest on its own timestamps while the history of an issue has not been read; what lies before is not known', () => {
    expect(steps('unread', 'status')).toEqual(['0 unknown', '2 started', '6 completed']);
  });

  it('end with what the issue says of itself today, where the history does not tell how it came about', () => {
    expect(steps('untold', 'status')).toEqual(['0 unstarted', '2 started', '7 completed']);
  });

  it('hold a dependency for each time it stood, and only count one whose start is not known', () => {
    const { count, from, to, unknownStarts } = company.dependencies;
    expect([count, unknownStarts]).toEqual([2, 1]);
    expect([...from].map((instant) => (instant - dayZero) / day)).toEqual([1, 3]);
    expect([...to].map((instant) => (instant - dayZero) / day)).toEqual([2, Number.POSITIVE_INFINITY]);
  });
});
