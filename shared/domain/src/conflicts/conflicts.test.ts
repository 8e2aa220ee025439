import { describe, expect, it } from 'vitest';
import { decideDateConflict } from './decide-date-conflict.ts';
import { decideInversion, isRanked } from './decide-inversion.ts';
import type { PlannedIssue } from './planned-issue.ts';

const planned = (plan: Partial<PlannedIssue> = {}): PlannedIssue => ({
  category: 'unstarted',
  priority: 2,
  cycleId: null,
  teamCycleId: null,
  dueOn: null,
  cycleEndsOn: null,
  projectTargetOn: null,
  ...plan,
});

describe('a priority inversion', () => {
  it('is a blocker of lower priority than what it blocks, and none ranks lowest', () => {
    expect(decideInversion(planned({ priority: 3 }), planned({ priority: 2 }))).toEqual(['priority']);
    expect(decideInversion(planned({ priority: 0 }), planned({ priority: 4 }))).toEqual(['priority']);
    expect(decideInversion(planned({ priority: 1 }), planned({ priority: 0 }))).toEqual([]);
    expect(decideInversion(planned({ priority: 0 }), planned({ priority: 0 }))).toEqual([]);
  });

  it('is never guessed where a priority is not known', () => {
    expect(decideInversion(planned({ priority: null }), planned({ priority: 1 }))).toEqual([]);
    expect(decideInversion(planned({ priority: 4 }), planned({ priority: null }))).toEqual([]);
    expect(isRanked(planned({ priority: 4 }), planned({ priority: null }))).toBe(false);
    expect(isRanked(planned({ priority: null }), planned({ priority: 4 }))).toBe(false);
    expect(isRanked(planned({ priority: 0 }), planned({ priority: 4 }))).toBe(true);
  });

  it('is a blocker that its team has left out of the running cycle', () => {
    expect(decideInversion(planned({ teamCycleId: 'c7' }), planned())).toEqual(['cycle']);
    expect(decideInversion(planned({ teamCycleId: 'c7', cycleId: 'c8' }), planned())).toEqual(['cycle']);
    expect(decideInversion(planned({ teamCycleId: 'c7', cycleId: 'c7' }), planned())).toEqual([]);
    expect(decideInversion(planned({ teamCycleId: 'c7', category: 'triage' }), planned({ category: 'started' }))).toEqual(['cycle']);
  });

  it('is not one where the team plans without cycles, has begun the blocker, or nobody is waiting yet', () => {
    expect(decideInversion(planned({ cycleId: 'c7' }), planned())).toEqual([]);
    expect(decideInversion(planned({ teamCycleId: 'c7', category: 'started' }), planned())).toEqual([]);
    expect(decideInversion(planned({ teamCycleId: 'c7' }), planned({ category: 'backlog' }))).toEqual([]);
  });
});

describe('a date conflict', () => {
  it('is a blocker due after what it blocks, or after the target of the initiative', () => {
    const late = planned({ dueOn: '2026-05-02' });
    expect(decideDateConflict(late, planned({ dueOn: '2026-05-01' }), null).reasons).toEqual(['after_blocked']);
    expect(decideDateConflict(late, planned({ dueOn: '2026-05-02' }), '2026-05-01').reasons).toEqual(['after_target']);
    expect(decideDateConflict(late, planned({ dueOn: '2026-05-02' }), '2026-05-02').reasons).toEqual([]);
    expect(decideDateConflict(late, planned(), '2026-05-01')).toEqual({
      blockerDue: { on: '2026-05-02', source: 'issue' },
      blockedDue: null,
      reasons: ['after_target'],
      isDated: true,
    });
  });

  it('takes the end of the cycle where an issue has no date of its own, and then the target of its project', () => {
    const ofCycle = planned({ cycleEndsOn: '2026-04-10', projectTargetOn: '2026-09-01' });
    expect(decideDateConflict(ofCycle, planned({ projectTargetOn: '2026-04-09' }), null)).toEqual({
      blockerDue: { on: '2026-04-10', source: 'cycle' },
      blockedDue: { on: '2026-04-09', source: 'project' },
      reasons: ['after_blocked'],
      isDated: true,
    });
  });

  it('is never guessed without a date on both sides', () => {
    expect(decideDateConflict(planned(), planned({ dueOn: '2026-05-01' }), '2026-05-01')).toMatchObject({ reasons: [], isDated: false });
    expect(decideDateConflict(planned({ dueOn: '2026-05-01' }), planned(), null)).toMatchObject({ reasons: [], isDated: false });
  });
});
