import { describe, expect, it } from 'vitest';
import { prepareVerdict } from './prepare-verdict.ts';

const person = (name: string) => ({ personId: name, externalId: name, name, active: true });
const base = { status: 'active', ownerSpan: 1, singleThreaded: false } as const;

describe('the verdict on who is accountable', () => {
  it('is single-threaded where the named owner has only this job', () => {
    const verdict = prepareVerdict({ ...base, ownership: 'single', accountable: [person('Ada')], singleThreaded: true });
    expect(verdict).toMatchObject({ words: 'single-threaded', thread: 'whole', people: 'Ada' });
  });

  it('is part-time where the named owner has others, and counts them', () => {
    const verdict = prepareVerdict({ ...base, ownership: 'single', accountable: [person('Ada')], ownerSpan: 3 });
    expect(verdict.words).toBe('part-time');
    expect(verdict.because).toContain('2 other active initiatives');
  });

  it('is diluted where several lead, and names them all', () => {
    const verdict = prepareVerdict({ ...base, ownership: 'diluted', accountable: [person('Ada'), person('Bo')], ownerSpan: null });
    expect(verdict).toMatchObject({ words: 'diluted', thread: 'frayed', people: 'Ada, Bo' });
  });

  it('is nobody where no one is named and no one leads', () => {
    expect(prepareVerdict({ ...base, ownership: 'unowned', accountable: [], ownerSpan: null })).toMatchObject({
      words: 'nobody',
      thread: 'none',
    });
  });
});
