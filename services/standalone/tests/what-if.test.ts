import { decouplings, speedTax, type TeamPairIds, whatIf } from '@speedtax/contract';
import { type ReferenceChange, referenceWhatIf } from '@speedtax/domain/reference/what-if.ts';
import type { World } from '@speedtax/domain/reference/world.ts';
import { generateCompany } from '@speedtax/tracker-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectClose } from './expect-close.ts';
import { type Installation, startInstallation } from './installation.ts';
import { worldOfCompany } from './world-of-company.ts';

const today = Date.parse('2026-11-20T15:30:00Z');
const windows = [
  { title: 'its whole life', from: '2025-01-01', to: '2026-12-01' },
  { title: 'a past quarter', from: '2026-07-01', to: '2026-10-01' },
];

describe.each([{ seed: 31 }, { seed: 47 }])('the company of seed $seed, synced over HTTP, if it were another', ({ seed }) => {
  let installation: Installation;
  let world: World;
  let externalIds: Map<string, string>;
  let pairs: TeamPairIds[];
  let now: number;

  beforeAll(async () => {
    const company = generateCompany({ seed, issues: 600, today });
    world = worldOfCompany(company);
    installation = await startInstallation(company);
    const answer = speedTax.parse(await installation.get('/speed-tax?from=2025-01-01&to=2026-12-01'));
    externalIds = new Map(answer.teams.map((team) => [team.teamId, team.externalId]));
    pairs = answer.pairs
      .filter((pair) => pair.waitingMs > 0)
      .sort((a, b) => b.waitingMs - a.waitingMs)
      .map(({ waitingTeamId, blockingTeamId }) => ({ waitingTeamId, blockingTeamId }));
    now = Date.parse(answer.dataCutOff as string);
  });
  afterAll(() => installation?.close());

  const external = (id: string) => externalIds.get(id) as string;
  const inWords = (remove: readonly TeamPairIds[], merge: readonly (readonly string[])[] = []): ReferenceChange => ({
    remove: remove.map(({ waitingTeamId, blockingTeamId }) => `${external(waitingTeamId)}|${external(blockingTeamId)}`),
    merge: merge.map((teams) => teams.map(external)),
  });
  const evaluate = ({ from, to }: { from: string; to: string }, change: ReferenceChange) =>
    referenceWhatIf(world, { from: Date.parse(from), to: Date.parse(to), now }, change);
  const paid = (teams: ReturnType<typeof evaluate>) => [...teams.values()].reduce((sum, team) => sum + team.waitingMs, 0);

  it.each(windows)('has the what-ifs of the literal reference over $title', async (window) => {
    expect(pairs.length).toBeGreaterThan(5);
    const [first, second, third] = pairs as [TeamPairIds, TeamPairIds, TeamPairIds];
    const changes = [
      { remove: [first], merge: [] },
      { remove: pairs.slice(0, 5), merge: [] },
      { remove: [], merge: [[second.waitingTeamId, second.blockingTeamId]] },
      { remove: [third], merge: [[first.waitingTeamId, first.blockingTeamId, second.waitingTeamId]] },
    ];
    for (const { remove, merge } of changes) {
      const { before, after, savedMs, teams } = whatIf.parse(
        await installation.post('/what-if', { from: window.from, to: window.to, remove, merge }),
      );
      const expectedBefore = evaluate(window, inWords([]));
      const expected = evaluate(window, inWords(remove, merge));
      expect(teams).toHaveLength(expected.size);
      for (const team of teams) {
        const ids = (team.mergedTeamIds.length > 0 ? team.mergedTeamIds : [team.teamId]).map(external).sort();
        const { speedTax: tax, ...sums } = team.after;
        const would = expected.get(ids[0] as string);
        expectClose(sums, would, ids.join('+'));
        expect(tax).toBe(would?.inPlayMs ? sums.waitingMs / would.inPlayMs : null);
        const waitedBefore = ids.reduce((sum, id) => sum + (expectedBefore.get(id)?.waitingMs ?? 0), 0);
        expect(team.before.waitingMs).toBe(waitedBefore);
      }
      expect(before.waitingMs).toBe(paid(expectedBefore));
      expect(after.waitingMs).toBe(paid(expected));
      expect(savedMs).toBe(paid(expectedBefore) - paid(expected));
      expect(savedMs).toBeGreaterThan(0);
    }
  });

  it.each(windows)('has decouplings that save what the literal reference says over $title', async (window) => {
    const { items, waitingMs } = decouplings.parse(await installation.get(`/decouplings?from=${window.from}&to=${window.to}&limit=8`));
    const before = paid(evaluate(window, inWords([])));
    expect(waitingMs).toBe(before);
    expect(items.length === 8 || items.at(-1)?.remainingMs === 0).toBe(true);
    const removed: TeamPairIds[] = [];
    for (const item of items) {
      const waited = paid(evaluate(window, inWords(removed)));
      const others = pairs.map((pair) => waited - paid(evaluate(window, inWords([...removed, pair]))));
      if (item.alsoRemove.length > 0) expect(Math.max(...others)).toBe(0);
      else expect(item.savedMs).toBe(Math.max(...others));
      removed.push(...[item, ...item.alsoRemove].map(({ waitingTeamId, blockingTeamId }) => ({ waitingTeamId, blockingTeamId })));
      const remaining = paid(evaluate(window, inWords(removed)));
      expect([item.savedSoFarMs, item.remainingMs]).toEqual([before - remaining, remaining]);
      expect(item.evidence.length).toBe(Math.min(item.issues, 10));
    }
  });
});
