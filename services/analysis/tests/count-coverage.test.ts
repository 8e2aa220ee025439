import { countCoverage } from '@speedtax/storage/derived';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, insertCompanyStory, type StoredStory, workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let test: TestDatabase;
let story: StoredStory;

beforeAll(async () => {
  test = await makeTestDatabase();
  story = await insertCompanyStory(test.database, test.organizationId, workedExample, 10);
});
afterAll(() => test.close());

describe('what is not known', () => {
  it('counts the end of a link that only a history names, by a key that no issue we can see has had', async () => {
    expect(await countUnseen()).toBe(0);
    await tellLinkChange('1', 'SEC-4');
    await tellLinkChange('2', 'SEC-4');
    expect(await countUnseen()).toBe(1);
  });

  it('does not count an end that an issue had as its key once', async () => {
    const before = await countUnseen();
    await test.database.inOrganization(test.organizationId, (trx) =>
      trx
        .insertInto('issue_key')
        .values({
          organization_id: test.organizationId,
          connection_id: story.connectionId,
          key: 'OLD-1',
          issue_id: story.idOf('issue', 'b1'),
        })
        .execute(),
    );
    await tellLinkChange('3', 'OLD-1');
    expect(await countUnseen()).toBe(before);
  });
});

async function countUnseen(): Promise<number | undefined> {
  const counts = await test.database.inOrganization(test.organizationId, (trx) => countCoverage(trx, test.organizationId));
  return counts[story.connectionId]?.unseenIssues;
}

async function tellLinkChange(externalId: string, otherKey: string): Promise<void> {
  await test.database.inOrganization(test.organizationId, (trx) =>
    trx
      .insertInto('issue_link_change')
      .values({
        organization_id: test.organizationId,
        connection_id: story.connectionId,
        issue_id: story.idOf('issue', 'a1'),
        external_id: externalId,
        at: at(2),
        other_key: otherKey,
        action: 'added',
        side: 'blocked',
        code: 'ab',
      })
      .execute(),
  );
}
