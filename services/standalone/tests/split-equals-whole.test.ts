import { deadlocks, issueRow, issueWaits, page, quotes, speedTax } from '@speedtax/contract';
import { type JiraTwin, startJiraTwin } from '@speedtax/tracker-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectClose } from './expect-close.ts';
import { inCommonNames, nameTeams, withoutGrowth } from './in-common-names.ts';
import { type Installation, startInstallation } from './installation.ts';
import { splitCompany, tellAcross } from './split-company.ts';

const today = Date.parse('2026-11-20T15:30:00Z');
/** Ended before either was read: what goes on until now ends a few milliseconds apart. */
const windows = ['from=2025-01-01&to=2026-11-20', 'from=2026-07-01&to=2026-10-01', 'from=2026-09-15&to=2026-09-16'];
const window = windows[0];
const account = { email: 'reader@tallyport.example', apiToken: 'token-of-this-test-run' };

describe('a company that is split between a Linear and a Jira, and the same on Linear alone', () => {
  let whole: Installation;
  let split: Installation;
  let jira: JiraTwin;
  let across: number;

  beforeAll(async () => {
    const company = splitCompany({ seed: 23, issues: 320, today });
    across = company.across.length;
    whole = await startInstallation(company.whole);
    jira = await startJiraTwin({
      company: company.onJira,
      deployment: 'cloud',
      limits: 'off',
      now: () => today,
      credentials: { basic: { [account.email]: account.apiToken } },
    });
    tellAcross(company, jira);
    split = await startInstallation(company.onLinear);
    await split.connectAnother({ provider: 'jira', baseUrl: jira.url, ...account });
    // It was read before anybody knew of the other one.
    await split.syncAgain();
  });
  afterAll(async () => {
    await split?.close();
    await whole?.close();
    await jira?.close();
  });

  async function expectSame(read: (installation: Installation) => Promise<unknown>): Promise<void> {
    const [told, expected] = await Promise.all([split, whole].map(async (one) => inCommonNames(await read(one), await nameTeams(one))));
    expectClose(told, expected, '');
  }

  it('have dependencies between the halves that cost time', async () => {
    expect(across).toBeGreaterThanOrEqual(15);
    const { total, coverage } = speedTax.parse(await split.get(`/speed-tax?${window}`));
    expect(total.waitingMs).toBeGreaterThan(0);
    expect(coverage.unseenIssues).toBe(0);
  });

  it.each(windows)('have the same speed tax of every team and pair, %s', async (query) => {
    await expectSame(async (one) => {
      const { total, teams, pairs } = speedTax.parse(await one.get(`/speed-tax?${query}`));
      return { total, teams, pairs };
    });
  });

  it('have the same lead-time quotes and deadlocks', async () => {
    await expectSame(async (one) => quotes.parse(await one.get('/quotes?from=2026-01-01&to=2026-07-01')).items);
    await expectSame(async (one) => deadlocks.parse(await one.get('/deadlocks')).issues.map(({ key }) => key));
  });

  it('have the same waits, interval by interval, and the split one says where each dependency was found', async () => {
    const found = new Set<string>();
    await expectSame(async (one) => {
      const { items } = page(issueRow).parse(await one.get(`/issues?waiting=true&${window}&limit=200`));
      expect(items.length).toBeGreaterThan(0);
      const waits = await Promise.all(items.map(async ({ issueId }) => issueWaits.parse(await one.get(`/issues/${issueId}/waits`))));
      if (one === split) for (const { links } of waits) for (const link of links) found.add(link.foundIn);
      return waits.map(({ issue, intervals, links }) => ({
        key: issue.key,
        intervals: intervals.map(withoutGrowth),
        links: links.map(({ direction, issue: other, from, to }) => ({ key: other.key, direction, from, to })),
      }));
    });
    expect([...found].sort()).toEqual(expect.arrayContaining(['attachment', 'remote_link', 'text']));
  });

  it('are not taxed twice after another look, and a rebuild comes to the same', async () => {
    const read = async () => {
      const { total, teams, pairs } = speedTax.parse(await split.get(`/speed-tax?${window}`));
      return { total, teams, pairs };
    };
    const before = await read();
    await split.syncAgain();
    expectClose(await read(), before, '');
    await split.rebuild();
    expectClose(await read(), before, '');
  });
});
