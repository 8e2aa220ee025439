import type { HintedConnection, NotedHint } from '@speedtax/storage/facts';
import { describe, expect, it } from 'vitest';
import { decideHints, maxTargetedIssues } from './decide-hints.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const ago = (ms: number) => new Date(now - ms);
const issue = (externalId: string): NotedHint => ({ subject: 'issue', externalId, saysDeleted: false, notedAt: ago(10) });
const everything: NotedHint = { subject: 'everything', externalId: '', saysDeleted: false, notedAt: ago(10) };
const rested: HintedConnection = { isKnown: true, lastTargetedAt: ago(5_000), lastIncrementalAt: ago(300_000) };

describe('a hint', () => {
  it.each<[string, readonly NotedHint[], Partial<HintedConnection>, ReturnType<typeof decideHints>]>([
    ['to an issue has that issue read at once', [issue('1')], {}, { start: 'targeted' }],
    ['right after another waits a moment', [issue('1')], { lastTargetedAt: ago(100) }, { inMs: 200 }],
    ['to a project has all that changed read', [everything], {}, { start: 'incremental' }],
    ['to a project soon after everything was read waits', [everything], { lastIncrementalAt: ago(20_000) }, { inMs: 40_000 }],
    [
      'to an issue does not wait for what else is hinted at',
      [everything, issue('1')],
      { lastIncrementalAt: ago(20_000) },
      { start: 'targeted' },
    ],
    ['during the first reading changes nothing', [issue('1')], { isKnown: false }, null],
    ['that is not there changes nothing', [], {}, null],
    ['from a clock that is ahead is not waited for longer than usual', [issue('1')], { lastTargetedAt: ago(-90_000) }, { inMs: 300 }],
  ])('%s', (_title, hints, connection, expected) => {
    expect(decideHints(hints, { ...rested, ...connection }, now)).toEqual(expected);
  });

  it('of too many is a hint to everything', () => {
    const storm = Array.from({ length: maxTargetedIssues + 1 }, (_, at) => issue(String(at)));
    expect(decideHints(storm, rested, now)).toEqual({ start: 'incremental' });
  });
});
