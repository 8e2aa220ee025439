import { deadlocks, initiative, initiativeDetail, issueRow, issueWaits, page, quotes, speedTax } from '@speedtax/contract';
import { type Company, generateCompany, germanEdition, makeGrownEdition } from '@speedtax/tracker-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectClose } from './expect-close.ts';
import { inCommonNames, nameTeams, withoutGrowth } from './in-common-names.ts';
import { type Installation, startInstallation } from './installation.ts';
import { type ServeTracker, serveJira } from './served-trackers.ts';

const today = Date.parse('2026-11-20T15:30:00Z');
/** Ended before either was read: what goes on until now ends a few milliseconds apart. */
const windows = ['from=2025-01-01&to=2026-11-20', 'from=2026-07-01&to=2026-10-01', 'from=2026-09-15&to=2026-09-16'];
const window = windows[0];

const makeCompany = (): Company => generateCompany({ seed: 11, issues: 320, today, fits: 'jira' });
const sites: readonly { title: string; serve: ServeTracker }[] = [
  { title: 'a site of Jira Cloud', serve: serveJira({ deployment: 'cloud' }) },
  { title: 'a German site of Jira Cloud', serve: serveJira({ deployment: 'cloud', edition: germanEdition, timezone: 'Europe/Berlin' }) },
  {
    title: 'an old server whose links are said from the other end and were renamed',
    serve: serveJira({
      deployment: 'data-center',
      contextPath: '/jira',
      edition: makeGrownEdition(today - 120 * 86_400_000),
      namesFieldIds: false,
      refusesEpochs: true,
      timezone: 'America/New_York',
    }),
  },
];

let linear: Installation;
beforeAll(async () => {
  linear = await startInstallation(makeCompany());
});
afterAll(() => linear?.close());

describe.each(sites)('the figures of one company, read from Linear and from $title', ({ serve }) => {
  let jira: Installation;
  beforeAll(async () => {
    jira = await startInstallation(makeCompany(), serve);
  });
  afterAll(() => jira?.close());

  /** What both say, in names that both know. */
  async function expectSame(read: (installation: Installation) => Promise<unknown>): Promise<void> {
    const [told, expected] = await Promise.all([jira, linear].map(async (one) => inCommonNames(await read(one), await nameTeams(one))));
    expectClose(told, expected, '');
  }

  it.each(windows)('the speed tax of every team and pair, %s', async (query) => {
    await expectSame(async (one) => {
      const { total, teams, pairs } = speedTax.parse(await one.get(`/speed-tax?${query}`));
      expect(total.waitingMs).toBeGreaterThan(0);
      return { total, teams, pairs };
    });
  });

  it('the lead-time quotes', async () => {
    await expectSame(async (one) => quotes.parse(await one.get('/quotes?from=2026-01-01&to=2026-07-01')).items);
  });

  it('the initiatives, who answers for them, and what became of their time', async () => {
    await expectSame(async (one) => page(initiative).parse(await one.get(`/initiatives?${window}&limit=200`)).items);
    await expectSame(async (one) => {
      const { items } = page(initiative).parse(await one.get('/initiatives?limit=200'));
      expect(items.map(({ leadership }) => leadership)).toContain('STL');
      // Of a while ago: what goes on grows until either was read.
      const few = items.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, 2);
      const details = few.map(({ initiativeId }) => one.get(`/initiatives/${initiativeId}?${window}&asOf=2026-11-20T12:00:00Z`));
      return (await Promise.all(details)).map((detail) => initiativeDetail.parse(detail));
    });
  });

  it('the deadlocks of now', async () => {
    await expectSame(async (one) => deadlocks.parse(await one.get('/deadlocks')).issues);
  });

  it('every wait down to its intervals', async () => {
    await expectSame(async (one) => {
      const { items } = page(issueRow).parse(await one.get(`/issues?waiting=true&${window}&limit=200`));
      expect(items.length).toBeGreaterThan(0);
      const waits = items.map(async ({ issueId }) => issueWaits.parse(await one.get(`/issues/${issueId}/waits`)));
      return (await Promise.all(waits)).map(({ intervals }) => intervals.map(withoutGrowth));
    });
  });
});
