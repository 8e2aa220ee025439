import { describe, expect, it } from 'vitest';
import { days } from '../../parts/story.ts';
import { prepareFlagRows } from './prepare-flag-rows.ts';

const flag = (from: string, to: string | null, teamId = 't1') => ({ from, to, durationMs: days(2), teamId });
const teams = [{ from: '2026-01-01T00:00:00.000Z', to: null, value: { teamId: 't1', name: 'Payments' } }];

describe('the rows of flagged time', () => {
  it('begin with the newest, that may still last', () => {
    const flags = [flag('2026-01-03T09:00:00.000Z', '2026-01-05T09:00:00.000Z', 'gone'), flag('2026-02-01T09:00:00.000Z', null)];
    expect(prepareFlagRows({ flags, teams }, 'UTC', {}).map(({ to, isOpen, duration, team }) => [to, isOpen, duration, team.name])).toEqual(
      [
        ['still flagged', true, '2 d', 'Payments'],
        [expect.stringContaining('5 Jan'), false, '2 d', 'a team'],
      ],
    );
  });
});
