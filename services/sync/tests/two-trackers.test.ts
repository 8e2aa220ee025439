import { loadCompany } from '@speedtax/storage/derived';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import {
  addRelation,
  addRemoteLink,
  attach,
  type Company,
  detach,
  generateCompany,
  type Issue,
  type JiraTwin,
  keepAlike,
  removeRemoteLink,
  type Twin,
  writeDescription,
} from '@speedtax/tracker-twin';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countWrites, readRows, readTransactionId } from './facts.ts';
import { makeClock, makeWorkspace, serve, serveJira, type Workspace } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const minuteMs = 60_000;
const clock = makeClock(today);

let test: TestDatabase;
let company: Company;
let far: Company;
let linear: Twin;
let jira: JiraTwin;

beforeAll(async () => {
  test = await makeTestDatabase();
  company = generateCompany({ seed: 3, issues: 300, today, fits: 'jira' });
  far = generateCompany({ seed: 4, issues: 300, today, fits: 'jira' });
  linear = await serve(company, clock);
  jira = await serveJira(far, clock, 'cloud');
});
afterAll(async () => {
  await linear?.close();
  await jira?.close();
  await test?.close();
});

const jiraUrl = ({ identifier }: Issue) => `${jira.url}/browse/${identifier}`;
const linearUrl = ({ identifier }: Issue) => `https://linear.app/${company.organization.urlKey}/issue/${identifier}/so-called`;
const own = (place: number) => company.issues.all[place] as Issue;
const other = (place: number) => far.issues.all[place] as Issue;
const daysAgo = (days: number) => today - days * 86_400_000;

interface Across {
  blocker: string;
  blocked: string;
  from: Date;
  to: Date | null;
  foundIn: string;
  evidence: string;
}

/** By key: whatever ids the trackers are known by. */
function listAcross({ organizationId }: Workspace): Promise<Across[]> {
  return readRows<Across>(
    test,
    organizationId,
    sql`select b.key as blocker, a.key as blocked, d.from_at as "from", d.to_at as "to", d.found_in as "foundIn", d.start_evidence as evidence
      from dependency d join issue b on b.id = d.blocker_issue_id join issue a on a.id = d.blocked_issue_id
      where d.found_in is not null order by 3, 1, 2`,
  );
}

const listStubs = ({ organizationId }: Workspace) =>
  readRows<{ key: string }>(test, organizationId, sql`select key from issue where is_stub and strpos(external_id, '/') > 0 order by 1`);

describe('a Linear and a Jira that name each other’s issues', () => {
  let first: Workspace;
  let second: Workspace;

  beforeAll(async () => {
    attach(company, own(0), { title: `Blocked by ${other(0).identifier}`, url: jiraUrl(other(0)) }, daysAgo(20));
    attach(company, own(1), { title: other(1).identifier, url: jiraUrl(other(1)) }, daysAgo(20));
    addRemoteLink(jira.site, other(2), { relationship: 'is blocked by', url: linearUrl(own(2)), title: 'Theirs' }, daysAgo(15));
    addRemoteLink(jira.site, other(3), { relationship: 'Wiki Page', url: 'https://wiki.example/page', title: 'A page' }, daysAgo(15));
    first = await makeWorkspace(test, { url: linear.url, clock });
    await first.sync('backfill');
  });

  it('are not asked for each other while there is one', () => {
    expect(linear.ledger.entries.filter(({ name }) => name.includes('Attachments'))).toEqual([]);
  });

  it('know an end that is not read yet by its name alone', async () => {
    second = await makeWorkspace(test, { url: jira.url, clock, jira: 'cloud', beside: first });
    clock.advance(minuteMs);
    await first.sync();
    expect(await listStubs(first)).toEqual([{ key: other(0).identifier }]);
    expect(await listAcross(first)).toMatchObject([{ blocker: other(0).identifier, blocked: own(0).identifier, to: null }]);
  });

  it('settle it when it appears, and tell what either says from the instant its tracker dates it', async () => {
    await second.sync('backfill');
    expect(await listStubs(first)).toEqual([]);
    expect(await listAcross(first)).toEqual([
      {
        blocker: other(0).identifier,
        blocked: own(0).identifier,
        from: new Date(daysAgo(20)),
        to: null,
        foundIn: 'attachment',
        evidence: 'link',
      },
      {
        blocker: own(2).identifier,
        blocked: other(2).identifier,
        from: new Date(daysAgo(15)),
        to: null,
        foundIn: 'remote_link',
        evidence: 'link',
      },
    ]);
  });

  it('come to the same in the other order', async () => {
    const jiraFirst = await makeWorkspace(test, { url: jira.url, clock, jira: 'cloud' });
    const linearLater = await makeWorkspace(test, { url: linear.url, clock, beside: jiraFirst });
    await jiraFirst.sync('backfill');
    await linearLater.sync('backfill');
    expect(await listAcross(jiraFirst)).toEqual(await listAcross(first));
  });

  it('are asked for remote links only where an issue has some, and once', async () => {
    const asked = () => jira.ledger.entries.filter(({ name }) => name.includes('remotelink')).length;
    const before = asked();
    expect(before).toBeGreaterThan(0);
    await second.sync();
    expect(asked()).toBe(before);
  });

  it('write nothing when nothing has changed', async () => {
    const since = await readTransactionId(test);
    await first.sync();
    await second.sync('reconcile');
    expect(await countWrites(test, first.organizationId, since)).toEqual({});
  });

  it('end a dependency when what tells it goes away', async () => {
    clock.advance(minuteMs);
    const [attachment] = company.attachments.all;
    if (!attachment) throw new Error('expected an attachment');
    detach(company, attachment);
    const [link] = jira.site.remoteLinks.get(other(2)) ?? [];
    if (!link) throw new Error('expected a remote link');
    removeRemoteLink(jira.site, other(2), link, clock.now());
    clock.advance(minuteMs);
    const readAt = clock.now();
    await first.sync('reconcile');
    await second.sync();
    for (const { to } of await listAcross(first)) expect((to as Date).getTime()).toBeGreaterThanOrEqual(readAt);
    expect(await listAcross(first)).toHaveLength(2);
  });

  it('know what a Linear description says since it must have been there, and end it when it is edited away', async () => {
    clock.advance(minuteMs);
    const written = clock.now();
    writeDescription(company, own(5), `We are blocked by ${jiraUrl(other(5))}.`, written);
    await first.sync();
    const ofPair = async () => (await listAcross(first)).filter(({ blocked }) => blocked === own(5).identifier);
    expect(await ofPair()).toMatchObject([{ from: new Date(written), to: null, foundIn: 'text', evidence: 'seen' }]);
    clock.advance(minuteMs);
    writeDescription(company, own(5), 'Nothing blocks us.', clock.now());
    await first.sync();
    const [ended] = await ofPair();
    expect(ended?.to).not.toBeNull();
    clock.advance(minuteMs);
    writeDescription(company, own(5), `Blocked by ${jiraUrl(other(5))}`, clock.now());
    await first.sync();
    expect(await ofPair()).toMatchObject([ended, { to: null }]);
  });

  it('count an issue that both keep once, with all that blocks either', async () => {
    clock.advance(minuteMs);
    const [copied, counted] = [other(8), own(8)];
    const blocker = findIssue(far, (issue) => issue !== copied && issue.team !== copied.team && issue.state.type !== 'completed');
    addRelation(far, { issue: blocker, relatedIssue: copied }, clock.now());
    const row = jira.site.index.find(copied);
    keepAlike(company, counted, String(row?.number), clock.now());
    await second.sync();
    await first.sync();
    const ids = await readRows<{ id: string; key: string; connection: string }>(
      test,
      first.organizationId,
      sql`select id, key, connection_id as connection from issue where key in (${copied.identifier}, ${counted.identifier}, ${blocker.identifier})`,
    );
    const idOf = (issue: Issue, { place }: Workspace) =>
      ids.find(({ key, connection }) => key === issue.identifier && connection === place.connectionId)?.id as string;
    const loaded = await test.database.inOrganization(first.organizationId, (trx) => loadCompany(trx, first.organizationId), {
      readOnly: true,
    });
    const places = Array.from({ length: loaded.issues.count }, (_, place) => loaded.ids.issues.at(place));
    expect(places).not.toContain(idOf(copied, second));
    const { dependencies } = loaded;
    const pairs = Array.from(dependencies.blocker, (from, place) => [places[from], places[dependencies.blocked[place] as number]]);
    expect(pairs).toContainEqual([idOf(blocker, second), idOf(counted, first)]);
  });
});

function findIssue(of: Company, matches: (issue: Issue) => boolean): Issue {
  const found = of.issues.all.find(matches);
  if (!found) throw new Error('expected the company to have such an issue');
  return found;
}
