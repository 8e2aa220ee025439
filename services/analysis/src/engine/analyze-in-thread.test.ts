import { analyze, buildCompany, makeClockCovering } from '@speedtax/domain';
import { describe, expect, it } from 'vitest';
import { analyzeInThread } from './analyze-in-thread.ts';

const day = 86_400_000;
const now = 10 * day;
const makeCompany = () =>
  buildCompany({
    issues: [
      { id: 'a1', createdAt: 0, statuses: [{ at: 0, category: 'started' }], teams: [{ at: 0, team: 'A' }] },
      { id: 'b1', createdAt: day, statuses: [{ at: day, category: 'unstarted' }], teams: [{ at: day, team: 'B' }] },
    ],
    dependencies: [{ blocker: 'b1', blocked: 'a1', from: 2 * day, to: 5 * day }],
  });

describe("the engine's thread", () => {
  it('finds what the engine finds', async () => {
    const clock = makeClockCovering('UTC', 0, now);
    const analysis = await analyzeInThread({ company: makeCompany(), clock, now });
    expect(analysis).toEqual(analyze(makeCompany(), clock, now));
    expect(analysis.waits.count).toBe(1);
  });

  it('hands on what the engine throws', async () => {
    await expect(analyzeInThread({ company: makeCompany(), clock: makeClockCovering('UTC', 4 * day, now), now })).rejects.toThrow(
      RangeError,
    );
  });
});
