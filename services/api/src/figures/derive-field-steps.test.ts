import { describe, expect, it } from 'vitest';
import { deriveFieldSteps } from './derive-field-steps.ts';

const at = (day: number) => new Date(day * 86_400_000);
const tell = (changes: [day: number, from: string | null, to: string | null][], today: string | null) =>
  deriveFieldSteps(
    changes.map(([day, fromId, toId]) => ({ at: at(day), fromId, toId })),
    at(0),
    today,
  ).map((step) => `${step.valueId} ${step.from.getTime() / 86_400_000}-${step.to === null ? '' : step.to.getTime() / 86_400_000}`);

describe('what a field held over time', () => {
  it('has been as it is today where it never changed', () => {
    expect(tell([], 'todo')).toEqual(['todo 0-']);
  });

  it('begins with what the first change left', () => {
    expect(
      tell(
        [
          [2, 'todo', 'doing'],
          [5, 'doing', 'done'],
        ],
        'done',
      ),
    ).toEqual(['todo 0-2', 'doing 2-5', 'done 5-']);
  });

  it('does not change where a change says the same again', () => {
    expect(
      tell(
        [
          [2, 'todo', 'doing'],
          [3, 'doing', 'doing'],
        ],
        'doing',
      ),
    ).toEqual(['todo 0-2', 'doing 2-']);
  });
});
