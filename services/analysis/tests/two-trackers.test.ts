import { makeLogger } from '@speedtax/runtime';
import { deleteAnalysis } from '@speedtax/storage/derived';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, type CompanyStory, insertCompanyStory, type StoredStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnalysis } from '../src/jobs/run-analysis.ts';

/** Search waits on Pay, in issues that Ada and Ben carry; each team works in both trackers. */
const story: CompanyStory = {
  teams: ['Search', 'Pay'],
  people: [
    { name: 'Ada', teams: ['Search'] },
    { name: 'Ben', teams: ['Pay'] },
  ],
  initiatives: [
    { name: 'Launch', owner: 'Ada' },
    { name: 'Second', owner: 'Ada' },
  ],
  projects: [
    { name: 'P', initiative: 'Launch', lead: 'Ben' },
    { name: 'Q', initiative: 'Second' },
  ],
  issues: [
    {
      key: 's1',
      team: 'Search',
      project: 'P',
      assignee: 'Ada',
      statuses: [
        [0, 'started'],
        [8, 'completed'],
      ],
    },
    { key: 's2', team: 'Search', project: 'Q', assignee: 'Ada', statuses: [[1, 'started']] },
    {
      key: 's3',
      team: [
        [0, 'Pay'],
        [3, 'Search'],
      ],
      project: 'P',
      assignee: [
        [0, 'Ben'],
        [4, 'Ada'],
      ],
      statuses: [[0, 'started']],
    },
    {
      key: 'p1',
      team: 'Pay',
      project: 'P',
      assignee: 'Ben',
      statuses: [
        [0, 'unstarted'],
        [2, 'started'],
        [6, 'completed'],
      ],
    },
    {
      key: 'p2',
      team: 'Pay',
      project: 'Q',
      assignee: 'Ben',
      statuses: [
        [0, 'unstarted'],
        [5, 'started'],
      ],
    },
    { key: 's4', team: 'Search', statuses: [[0, 'started']] },
  ],
  links: [
    { blocker: 'p1', blocked: 's1', from: 0 },
    { blocker: 'p2', blocked: 's2', from: 2 },
    { blocker: 'p2', blocked: 's3', from: 1, to: 9 },
    { blocker: 's4', blocked: 's2', from: 1 },
  ],
};

const figures = [
  'wait_year',
  'wait_episode',
  'completion_year',
  'started_span_year',
  'team_month_sum',
  'pair_month_sum',
  'initiative_month_sum',
  'initiative_team_month_sum',
  'open_sum',
  'initiative_verdict',
  'initiative_blocker',
] as const;

let test: TestDatabase;
let stored: StoredStory;
let asOne: unknown;
beforeAll(async () => {
  test = await makeTestDatabase();
  stored = await insertCompanyStory(test.database, test.organizationId, story, 10);
  await analyze();
  asOne = await readFigures();
  await split();
});
afterAll(() => test?.close());

const context = () => ({ database: test.database, logger: makeLogger({ service: 'test', level: 'silent' }), now: () => at(10).getTime() });
const analyze = () => runAnalysis(context(), test.organizationId);

async function readFigures() {
  return test.database.inOrganization(test.organizationId, async (trx) => {
    const read: Record<string, unknown> = {};
    for (const table of figures) read[table] = (await trx.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort();
    return read;
  });
}

const other = (kind: string, name: string) => stored.idOf(`other ${kind}`, name);

/** Half of the issues, and their halves of all teams and people, move to a second, later connection. */
async function split(): Promise<void> {
  const organization_id = test.organizationId;
  const connection_id = other('connection', 'second');
  await test.database.inOrganization(organization_id, async (trx) => {
    const first = await trx.selectFrom('connection').selectAll().executeTakeFirstOrThrow();
    await trx
      .updateTable('connection')
      .set({ created_at: at(0) })
      .execute();
    await trx
      .insertInto('connection')
      .values({ ...first, id: connection_id, provider: 'jira', name: 'Second', created_at: at(1), mapping: '{}' })
      .execute();
    await trx.updateTable('team').set({ name: 'Search & Ads' }).where('id', '=', stored.idOf('team', 'Search')).execute();
    const second = { organization_id, connection_id };
    const twins = new Map<string, string>();
    for (const name of story.teams) {
      twins.set(stored.idOf('team', name), other('team', name));
      const written = name === 'Search' ? 'search-and-ads' : `TEAM ${name}`;
      await trx
        .insertInto('team')
        .values({ ...second, id: other('team', name), external_id: name, key: `J${name}`, name: written })
        .execute();
    }
    for (const { name } of story.people ?? []) {
      twins.set(stored.idOf('person', name), other('person', name));
      await trx
        .updateTable('person')
        .set({ email: ` ${name}@Example.com` })
        .where('id', '=', stored.idOf('person', name))
        .execute();
      await trx
        .insertInto('person')
        .values({
          ...second,
          id: other('person', name),
          external_id: name,
          name: `${name} J.`,
          email: `${name.toLowerCase()}@example.com`,
          active: true,
          is_app: false,
        })
        .execute();
    }
    const twin = (id: string | null) => (id === null ? null : (twins.get(id) ?? id));
    for (const key of ['s2', 's3', 'p1']) {
      const id = stored.idOf('issue', key);
      const issue = await trx.selectFrom('issue').select(['team_id', 'assignee_id']).where('id', '=', id).executeTakeFirstOrThrow();
      await trx
        .updateTable('issue')
        .set({ connection_id, team_id: twin(issue.team_id), assignee_id: twin(issue.assignee_id) })
        .where('id', '=', id)
        .execute();
      for (const change of await trx.selectFrom('issue_change').selectAll().where('issue_id', '=', id).execute())
        await trx
          .updateTable('issue_change')
          .set({ connection_id, from_id: twin(change.from_id), to_id: twin(change.to_id) })
          .where('issue_id', '=', id)
          .where('external_id', '=', change.external_id)
          .where('field', '=', change.field)
          .execute();
    }
    await trx
      .updateTable('initiative')
      .set({ owner_id: other('person', 'Ada') })
      .where('id', '=', stored.idOf('initiative', 'Second'))
      .execute();
  });
}

async function decide(kind: 'person' | 'team', name: string, is_same: boolean): Promise<void> {
  const [first_id, second_id] = [stored.idOf(kind, name), other(kind, name)].sort() as [string, string];
  await test.database.inOrganization(test.organizationId, (trx) =>
    trx
      .insertInto('identity_decision')
      .values({ organization_id: test.organizationId, kind, first_id, second_id, is_same, decided_by: 'Eve', decided_at: at(10) })
      .execute(),
  );
}

describe('a company in two trackers', () => {
  it('has the figures that it has in one', async () => {
    await analyze();
    expect(await readFigures()).toEqual(asOne);
    expect(Object.values(asOne as Record<string, unknown[]>).filter((rows) => rows.length === 0)).toEqual([]);
  });

  it('is followed through a small sync as it is analyzed whole', async () => {
    await test.database.inOrganization(test.organizationId, (trx) =>
      trx
        .updateTable('dependency')
        .set({ to_at: at(7) })
        .where('blocked_issue_id', '=', stored.idOf('issue', 's2'))
        .execute(),
    );
    const outcome = await analyze();
    expect(outcome?.wholeBecause).toBeNull();
    const followed = await readFigures();
    expect(followed).not.toEqual(asOne);
    await test.database.inOrganization(test.organizationId, (trx) => deleteAnalysis(trx, test.organizationId));
    await analyze();
    expect(await readFigures()).toEqual(followed);
  });

  it('has four teams and other waits as soon as somebody keeps the halves of a team apart, and has not when that is taken back', async () => {
    const before = await readFigures();
    await decide('team', 'Search', false);
    expect((await analyze())?.wholeBecause).toBe('others are the same in several trackers');
    const apart = await readFigures();
    expect(apart).not.toEqual(before);
    expect(JSON.stringify(apart)).toContain(other('team', 'Search'));
    await test.database.inOrganization(test.organizationId, (trx) => trx.deleteFrom('identity_decision').execute());
    await analyze();
    expect(await readFigures()).toEqual(before);
  });

  it('counts what one person leads in both as one span', async () => {
    const spans = () =>
      test.database.inOrganization(test.organizationId, (trx) =>
        trx.selectFrom('initiative_verdict').select('owner_span').orderBy('initiative_id').execute(),
      );
    expect(await spans()).toEqual([{ owner_span: 2 }, { owner_span: 2 }]);
    await decide('person', 'Ada', false);
    await analyze();
    expect(await spans()).toEqual([{ owner_span: 1 }, { owner_span: 1 }]);
  });
});
