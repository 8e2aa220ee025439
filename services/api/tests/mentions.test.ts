import { endpoints } from '@speedtax/contract';
import { settleMentions } from '@speedtax/storage/facts';
import { at, type StoredStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyzeCompany, startTestApi, type TestApi, tellCompany } from './test-api.ts';

let api: TestApi;
let idOf: StoredStory['idOf'];
let second: string;

/** b1 and c1 are a Jira's, a1 is a Linear's, which has an attachment "Blocked by PAY-1"; c1's description names ENG-1, and says nothing else. */
beforeAll(async () => {
  api = await startTestApi();
  const history = (until: number) => [[0, 'started'] as const, [until, 'completed'] as const];
  ({ idOf } = await tellCompany(
    api.test,
    {
      teams: ['A', 'B', 'C'],
      issues: [
        { key: 'a1', team: 'A', statuses: history(9) },
        { key: 'b1', team: 'B', statuses: history(8) },
        { key: 'c1', team: 'C', statuses: history(8) },
      ],
    },
    10,
  ));
  second = idOf('connection', 'second');
  const { database, organizationId: organization_id } = api.test;
  await database.inOrganization(organization_id, async (trx) => {
    const first = await trx.selectFrom('connection').selectAll().executeTakeFirstOrThrow();
    await trx
      .insertInto('connection')
      .values({ ...first, id: second, provider: 'jira', name: 'Second', created_at: at(1), mapping: '{}', scope: null })
      .execute();
    const urls = { a1: ['ENG-1', 'https://linear.app/acme/issue/ENG-1/a'], b1: ['PAY-1', 'https://acme.example/browse/PAY-1'] } as const;
    for (const [id, [key, url]] of Object.entries(urls)) {
      const connection_id = id === 'a1' ? first.id : second;
      await trx.updateTable('issue').set({ connection_id, key, url }).where('id', '=', idOf('issue', id)).execute();
      await trx
        .insertInto('issue_key')
        .values({ organization_id, connection_id, key, issue_id: idOf('issue', id) })
        .execute();
    }
    await trx.updateTable('issue').set({ connection_id: second }).where('id', '=', idOf('issue', 'c1')).execute();
    const mention = { organization_id, far_external_id: null, to_at: null };
    await trx
      .insertInto('issue_mention')
      .values([
        {
          ...mention,
          connection_id: first.id,
          id: idOf('mention', 'attachment'),
          external_id: 'attachment',
          issue_id: idOf('issue', 'a1'),
          place: 'attachment',
          site: 'acme.example',
          key: 'PAY-1',
          url: 'https://acme.example/browse/PAY-1',
          side: 'blocked',
          stub_id: idOf('issue', 'stub of PAY-1'),
          from_at: at(2),
          evidence: 'link',
        },
        {
          ...mention,
          connection_id: second,
          id: idOf('mention', 'text'),
          external_id: 'text',
          issue_id: idOf('issue', 'c1'),
          place: 'text',
          site: 'linear.app/acme',
          key: 'ENG-1',
          url: 'https://linear.app/acme/issue/ENG-1',
          side: null,
          stub_id: idOf('issue', 'stub of ENG-1'),
          from_at: at(3),
          evidence: 'history',
        },
      ])
      .execute();
    await settleMentions(trx, organization_id);
  });
  await analyzeCompany(api.test, 10);
});
afterAll(() => api?.close());

const waitsOf = async (id: string) => endpoints.getIssueWaits.answer.parse(await api.get(`/api/v1/issues/${idOf('issue', id)}/waits`));

describe('an issue that names one of another tracker', () => {
  it('waits on it from when that is known, and says where it was found', async () => {
    const { waitingMs, links, mentions } = await waitsOf('a1');
    expect(waitingMs).toBe(6 * 86_400_000);
    expect(links).toMatchObject([
      {
        direction: 'blocked_by',
        issue: { key: 'PAY-1' },
        from: at(2).toISOString(),
        to: null,
        foundIn: 'attachment',
        startEvidence: 'link',
      },
    ]);
    expect(mentions).toMatchObject([{ issue: { issueId: idOf('issue', 'c1') }, namedBy: 'other', foundIn: 'text', to: null }]);
  });

  it('is not taxed for a mention, which is shown and counted', async () => {
    const { waitingMs, links, mentions, mirrors } = await waitsOf('c1');
    expect([waitingMs, links, mirrors]).toEqual([0, [], []]);
    expect(mentions).toMatchObject([{ issue: { key: 'ENG-1' }, key: 'ENG-1', namedBy: 'this', foundIn: 'text' }]);
    const { coverage } = endpoints.getSpeedTax.answer.parse(await api.get('/api/v1/speed-tax'));
    expect(coverage).toMatchObject({ mentions: 1, dependencies: 1, unseenIssues: 0 });
  });

  it('names nobody once the other connection is deleted', async () => {
    expect((await api.ask(`/api/v1/connections/${second}`, { method: 'DELETE' })).status).toBe(204);
    await analyzeCompany(api.test, 10);
    const { waitingMs, links, mentions } = await waitsOf('a1');
    expect([waitingMs, links, mentions]).toEqual([0, [], []]);
    const { database, organizationId } = api.test;
    const left = await database.inOrganization(organizationId, (trx) => trx.selectFrom('issue').select('key').execute());
    expect(left).toEqual([{ key: 'ENG-1' }]);
  });
});
