import { randomUUID } from 'node:crypto';
import { makeLogger } from '@speedtax/runtime';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnalysis } from '../src/jobs/run-analysis.ts';
import { begunAt, type Change, ChangingCompany, idOf } from './changing-company.ts';
import { tellDerived, tellRebuilt } from './derived-rows.ts';

let test: TestDatabase;
const context = () => ({ database: test.database, logger: makeLogger({ service: 'test', level: 'silent' }), now: () => begunAt });
beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

const usual = { issue: 0, other: 1, value: 0, flag: true, ago: 4 };
const waits: readonly Change[] = [
  { ...usual, kind: 'status', value: 3, ago: 30 },
  { ...usual, kind: 'link', issue: 1, other: 0, ago: 20 },
];

async function makeAnalyzed(): Promise<{ company: ChangingCompany; organizationId: string }> {
  const organizationId = randomUUID();
  await test.database.asSystem((trx) =>
    trx.insertInto('organization').values({ id: organizationId, name: 'Growing', time_zone: 'Europe/Berlin' }).execute(),
  );
  const company = new ChangingCompany(test.database, organizationId);
  await company.begin(waits);
  await runAnalysis(context(), organizationId);
  return { company, organizationId };
}

describe('what is new in a company', () => {
  it.each(['new person', 'new project'])('costs no analysis of the whole: %s, and work for them', async (kind) => {
    const { company, organizationId } = await makeAnalyzed();
    await company.apply({ ...usual, kind });
    await company.sync(3);
    expect((await runAnalysis(context(), organizationId))?.wholeBecause).toBeNull();
    expect(await tellDerived(test.database, organizationId)).toEqual(await tellRebuilt(test.database, organizationId));
  });

  it('costs one where an issue had named it before it was there', async () => {
    const { company, organizationId } = await makeAnalyzed();
    const assign = sql`update issue set assignee_id = ${idOf('person', 3)} where id = ${idOf('issue', 5)}`;
    await test.database.inOrganization(organizationId, (trx) => assign.execute(trx));
    await company.sync(1);
    expect((await runAnalysis(context(), organizationId))?.wholeBecause).toBeNull();
    // The first that is new is number 3.
    await company.apply({ ...usual, kind: 'new person' });
    await company.sync(3);
    expect((await runAnalysis(context(), organizationId))?.wholeBecause).toMatch(/named before/);
    expect(await tellDerived(test.database, organizationId)).toEqual(await tellRebuilt(test.database, organizationId));
  });

  it('is told at once where it is called something else', async () => {
    const { company, organizationId } = await makeAnalyzed();
    for (const table of ['person', 'team', 'project', 'initiative'])
      await test.database.inOrganization(organizationId, (trx) => sql`update ${sql.table(table)} set name = 'Other'`.execute(trx));
    await company.sync(3);
    expect((await runAnalysis(context(), organizationId))?.wholeBecause).toBeNull();
  });
});
