import {
  addRelation,
  type Company,
  changeState,
  type Deployment,
  deleteForever,
  findState,
  generateCompany,
  type JiraTwin,
  type JiraTwinSettings,
  startJiraTwin,
} from '@speedtax/tracker-twin';
import { afterEach, describe, expect, it } from 'vitest';
import { type Item, openTracker, phaseOf, type Reading, readPhase, twinCredentials } from './jira-reading.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const makeCompany = (issues = 120) => generateCompany({ seed: 5, issues, today, fits: 'jira' });
/** Not to be changed by any test. */
const company = makeCompany();
const deployments = ['cloud', 'data-center'] as const satisfies readonly Deployment[];

let twins: JiraTwin[] = [];
afterEach(async () => {
  await Promise.all(twins.map((twin) => twin.close()));
  twins = [];
});

async function start(deployment: Deployment, settings: Partial<JiraTwinSettings> = {}): Promise<JiraTwin> {
  const twin = await startJiraTwin({
    company,
    deployment,
    credentials: twinCredentials,
    limits: 'off',
    now: () => today,
    ...settings,
  });
  twins.push(twin);
  return twin;
}

const open = ({ url }: JiraTwin, deployment: Deployment) => openTracker({ url, deployment, now: () => today });

/** A site's issues with their changes, whichever way they came. */
async function readSite(twin: JiraTwin, deployment: Deployment, pageSize?: number) {
  const tracker = await open(twin, deployment);
  const site = await readPhase(tracker, phaseOf(tracker, 'site'));
  const issues = await readPhase(tracker, phaseOf(tracker, 'issues', pageSize));
  const ids = issues.items.map(({ id }) => id as string);
  const told = deployment === 'cloud' ? await readChanges(tracker, ids) : issues.items.map(({ id, changelog }) => ({ id, ...changelog }));
  return { tracker, site, issues, ids, changes: new Map(told.map((item: Item) => [item.id, item.histories.length])) };
}

async function readChanges(tracker: Awaited<ReturnType<typeof open>>, ids: readonly string[]): Promise<Item[]> {
  const phase = phaseOf(tracker, 'histories');
  const items: Item[] = [];
  for (let from = 0; from < ids.length; from += phase.pageSize)
    items.push(...(await tracker.fetchPage(phase, { ids: ids.slice(from, from + phase.pageSize) })).items);
  return items;
}

const idsOf = ({ items }: Reading) => items.map(({ id }) => id as string);

describe.each(deployments)('a site of %s', (deployment) => {
  it('is read whole, each issue once, however many come on a page', async () => {
    const twin = await start(deployment);
    const whole = await readSite(twin, deployment);
    const pieced = await readSite(twin, deployment, 7);
    expect(whole.ids.length).toBeGreaterThan(120);
    expect(new Set(whole.ids).size).toBe(whole.ids.length);
    expect(pieced.ids).toEqual(whole.ids);
    expect(pieced.changes).toEqual(whole.changes);
    expect([...whole.changes.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(400);
    expect(whole.changes.size).toBe(whole.ids.length);
  });

  it('is read by as few requests as it can be', async () => {
    const twin = await start(deployment);
    const { ids } = await readSite(twin, deployment);
    const asked = (name: string) => twin.ledger.entries.filter((entry) => entry.name === `POST ${name}`).length;
    expect(asked(deployment === 'cloud' ? 'search/jql' : 'search')).toBe(Math.ceil(ids.length / 100));
    expect(asked('changelog/bulkfetch')).toBe(deployment === 'cloud' ? 1 : 0);
  });

  it('is read to its end by a server that sends less than was asked for', async () => {
    const twin = await start(deployment, { maxPageSize: 13 });
    expect((await readSite(twin, deployment)).ids.length).toBeGreaterThan(120);
  });

  it('is asked by the clock of who asks where it does not take instants', async () => {
    const plain = await readSite(await start(deployment), deployment);
    const minutes = await start(deployment, { refusesEpochs: true, timezone: 'America/St_Johns' });
    expect((await readSite(minutes, deployment, 50)).ids).toEqual(plain.ids);
    const since = today - 60 * 86_400_000;
    const changed = async (twin: JiraTwin) => {
      const tracker = await open(twin, deployment);
      await readPhase(tracker, phaseOf(tracker, 'site'));
      return new Set(idsOf(await readPhase(tracker, phaseOf(tracker, 'issues'), undefined, since)));
    };
    const [exact, cut] = [await changed(await start(deployment)), await changed(minutes)];
    expect(exact.size).toBeGreaterThan(10);
    expect(exact.size).toBeLessThan(plain.ids.length);
    // Earlier is always right.
    expect([...exact].filter((id) => !cut.has(id))).toEqual([]);
  });

  it.each([403, 404, 405, 501])('is read without its lists where they answer %i', async (status) => {
    const lists = ['field', 'status', 'issuetype', 'issueLinkType', 'priority', 'project', 'project/search', 'users/search', 'user/search'];
    const whole = await readSite(await start(deployment), deployment);
    const bare = await readSite(await start(deployment, { absent: Object.fromEntries(lists.map((name) => [name, status])) }), deployment);
    expect(bare.ids).toEqual(whole.ids);
    expect(bare.changes).toEqual(whole.changes);
    const told = bare.site.problems.map(({ kind, subject }) => `${kind}: ${subject}`);
    expect(told).toEqual(
      ['fields', 'statuses', 'issue types', 'link types', 'priorities', 'projects']
        .map((what) => `list-not-offered: ${what}`)
        .slice(status === 403 ? 0 : 1),
    );
  });

  it('tells each issue by id or by key, and leaves out what it does not show', async () => {
    const twin = await start(deployment);
    const tracker = await open(twin, deployment);
    await readPhase(tracker, phaseOf(tracker, 'site'));
    const { items } = await readPhase(tracker, phaseOf(tracker, 'issues'));
    const [first, second, third] = items;
    const names = ['99999999', first.id, second.key, 'NOSUCH-1', third.id, 'not a name'];
    const page = await tracker.fetchPage(phaseOf(tracker, 'unseen-issues'), { ids: names });
    expect(page.items.map(({ id }: Item) => id).sort()).toEqual([first.id, second.id, third.id].sort());
  });

  it('tells all its issues newest first, to find what is gone', async () => {
    const twin = await start(deployment);
    const tracker = await open(twin, deployment);
    const { ids } = await readSite(twin, deployment);
    const swept = await readPhase(tracker, phaseOf(tracker, 'deleted-issues', 50));
    expect(idsOf(swept).sort()).toEqual([...ids].sort());
    const instants = swept.items.map(({ createdAt }) => createdAt as string);
    expect(instants).toEqual([...instants].sort().reverse());
  });

  it('is not taken for empty when credentials end while it is read', async () => {
    let isRevoked = false;
    const twin = await start(deployment, {
      // As sites do that show something to everybody.
      onRequest: ({ name }) => {
        if (!isRevoked) return undefined;
        if (name === 'myself') return { status: 401, body: '{"errorMessages":["You are not logged in."]}' };
        return { status: 200, body: '{"issues":[],"total":0,"isLast":true}' };
      },
    });
    const tracker = await open(twin, deployment);
    await readPhase(tracker, phaseOf(tracker, 'site'));
    const read = readPhase(tracker, phaseOf(tracker, 'issues', 50), () => {
      isRevoked = true;
    });
    await expect(read).rejects.toMatchObject({
      kind: deployment === 'cloud' ? 'unauthorized' : expect.stringMatching(/unauthorized|transient/),
    });
  });
});

describe.each(deployments)('while people work on a site of %s', (deployment) => {
  const isSettled = (issue: { createdAt: number }) => issue.createdAt < today - 86_400_000;

  it('no issue is missed', async () => {
    const living = makeCompany(200);
    const twin = await start(deployment, { company: living });
    const tracker = await open(twin, deployment);
    await readPhase(tracker, phaseOf(tracker, 'site'));
    const gone = new Set<string>();
    let place = 0;
    const issues = [...living.issues];
    const read = await readPhase(tracker, phaseOf(tracker, 'issues', 20), (page) => {
      // Six changes a page: what has been read already leaves, what is still to come changes, and moves up.
      const seen = new Set(page.items.map(({ key }: Item) => key as string));
      for (const issue of issues.filter((one) => seen.has(one.identifier)).slice(0, 3)) {
        gone.add(issue.identifier);
        deleteForever(living, issue, today);
      }
      for (const issue of issues.slice((place += 3), place + 3).filter(isSettled))
        changeState(living, issue, findState(issue.team, 'started'), today);
    });
    const met = new Set(read.items.map(({ key }) => key as string));
    const missed = issues.filter(({ identifier }) => !met.has(identifier) && !gone.has(identifier));
    expect(gone.size).toBeGreaterThan(20);
    expect(missed.map(({ identifier }) => identifier)).toEqual([]);
  });
});

describe('changes on Cloud', () => {
  it('are the same one issue at a time where there is no way to ask for many', async () => {
    const bulk = await readSite(await start('cloud'), 'cloud');
    const single = await readSite(await start('cloud', { absent: { 'changelog/bulkfetch': 404 } }), 'cloud');
    expect(single.changes).toEqual(bulk.changes);
    const inline = await readSite(await start('cloud', { absent: { 'changelog/bulkfetch': 501, 'issue/:/changelog': 405 } }), 'cloud');
    expect(inline.changes.size).toBe(bulk.changes.size);
  });

  it('are told of an issue without any, and not of one that is not shown', async () => {
    const living: Company = makeCompany(50);
    const twin = await start('cloud', { company: living });
    const { tracker, ids } = await readSite(twin, 'cloud');
    const changes = await readChanges(tracker, [...ids, '99999999']);
    expect(changes.map(({ id }) => id)).toEqual(ids);
    expect(changes.some(({ histories }) => histories.length === 0)).toBe(true);
  });

  it('come with links that were added a moment ago', async () => {
    const living = makeCompany(50);
    const twin = await start('cloud', { company: living });
    const [a, b] = [...living.issues].filter(({ archivedAt }) => archivedAt === null);
    if (!a || !b) throw new Error('expected two issues');
    addRelation(living, { issue: a, relatedIssue: b }, today);
    const { tracker, issues } = await readSite(twin, 'cloud');
    const blocked = issues.items.find(({ key }) => key === b.identifier);
    const [changes] = await readChanges(tracker, [blocked.id]);
    expect(JSON.stringify(changes)).toContain(a.identifier);
    expect(blocked.fields.issuelinks).not.toEqual([]);
  });
});

describe('sprints that have not ended', () => {
  it('are read again with the site, because no issue tells when one begins', async () => {
    const twin = await start('cloud', { company: generateCompany({ seed: 5, issues: 300, today }), hasSprints: true });
    const tracker = await open(twin, 'cloud');
    await readPhase(tracker, phaseOf(tracker, 'site'));
    const { items } = await readPhase(tracker, phaseOf(tracker, 'issues'));
    const learned = tracker.learn(phaseOf(tracker, 'issues'), items, () => undefined);
    const unfinished = learned.kept.filter(({ kind, payload }) => kind === 'jira-sprint' && (payload as Item).state !== 'closed');
    expect(unfinished.length).toBeGreaterThan(0);
    const again = await tracker.fetchPage(phaseOf(tracker, 'site'), { after: null });
    const sprints = (again.items as Item[]).filter(({ kind }) => kind === 'jira-sprint').map(({ externalId }) => externalId);
    expect(sprints.sort()).toEqual(unfinished.map(({ externalId }) => externalId).sort());
  });
});

describe('what is kept of an issue', () => {
  it('is what was asked for, without pictures, addresses and texts', async () => {
    const chatty = await start('cloud', {
      onAnswer: ({ name }, body) => {
        if (name !== 'search/jql') return body;
        for (const issue of (body as Item).issues)
          Object.assign(issue.fields, { description: 'a secret plan', customfield_99999: 'x', comment: {} });
        return body;
      },
    });
    const { issues } = await readSite(chatty, 'cloud');
    const text = JSON.stringify(issues.items);
    for (const word of ['avatarUrls', 'iconUrl', '"self"', 'a secret plan', 'customfield_99999', '"comment"'])
      expect(text).not.toContain(word);
    expect(text).toContain('"issuelinks"');
  });
});
