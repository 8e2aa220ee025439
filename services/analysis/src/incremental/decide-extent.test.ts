import { describe, expect, it } from 'vitest';
import { decideWhole, type ExtentEvidence } from './decide-extent.ts';

const calendar = { timeZone: 'Europe/Berlin', working: null };
const [monday, tuesday] = [new Date('2026-03-02'), new Date('2026-03-03')];
const usual: ExtentEvidence = {
  former: { engineVersion: 4, calendar, dataCutOffAt: monday },
  engineVersion: 4,
  calendar: { ...calendar },
  dataCutOffAt: tuesday,
  isRemembered: true,
  forgotten: null,
};

describe('what is analyzed after a sync', () => {
  it('is what changed, where all that changed is remembered', () => {
    expect(decideWhole(usual)).toBeNull();
    expect(decideWhole({ ...usual, dataCutOffAt: monday })).toBeNull();
  });

  it.each<[string, Partial<ExtentEvidence>]>([
    ['first analysis', { former: null }],
    ['another engine', { engineVersion: 5 }],
    ['another calendar', { calendar: { timeZone: 'UTC', working: null } }],
    ['another calendar', { calendar: { ...calendar, working: { weekdays: [1], fromMinute: 0, toMinute: 60 } } }],
    ['earlier data cut-off', { dataCutOffAt: new Date('2026-03-01') }],
    ['not remembered', { isRemembered: false }],
    ['workflow_status', { forgotten: 'workflow_status' }],
  ])('is the whole company: %s', (reason, change) => {
    expect(decideWhole({ ...usual, ...change })).toBe(reason);
  });
});
