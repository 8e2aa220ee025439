import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveClosedSteps, deriveSteps, type FieldChange, orderChanges } from './derive-steps.ts';

const change = <V>(at: number, from: V, to: V): FieldChange<V> => ({ at, from, to });
const today = (value: string, knownAt = 100) => ({ value, knownAt });

describe('the history of a field', () => {
  it('without changes is what it is today, since the creation', () => {
    expect(deriveSteps([], today('todo'), 5)).toEqual([{ at: 5, value: 'todo' }]);
  });

  it('begins with what the first change came from', () => {
    expect(deriveSteps([change(20, 'doing', 'done'), change(10, 'todo', 'doing')], today('done'), 5)).toEqual([
      { at: 5, value: 'todo' },
      { at: 10, value: 'doing' },
      { at: 20, value: 'done' },
    ]);
  });

  it('holds the last of several changes at one instant', () => {
    expect(deriveSteps([change(10, 'todo', 'doing'), change(10, 'doing', 'done')], today('done'), 5)).toEqual([
      { at: 5, value: 'todo' },
      { at: 10, value: 'done' },
    ]);
  });

  it('replays changes at one instant in the order in which they continue one another, whatever order they came in', () => {
    const tied = [change(10, 'a', 'b'), change(10, 'b', 'c'), change(10, 'c', 'd'), change(10, 'd', 'e')];
    const expected = [
      { at: 5, value: 'start' },
      { at: 7, value: 'a' },
      { at: 10, value: 'e' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(tied, { minLength: tied.length }), (shuffled) => {
        expect(deriveSteps([change(7, 'start', 'a'), ...shuffled], today('e'), 5)).toEqual(expected);
        expect(deriveSteps(shuffled, today('e'), 5)[0]).toEqual({ at: 5, value: 'a' });
      }),
    );
  });

  it('replays changes at one instant as they came where none continues another', () => {
    expect(deriveSteps([change(10, 'a', 'b'), change(10, 'c', 'd')], today('d'), 5)).toEqual([
      { at: 5, value: 'a' },
      { at: 10, value: 'd' },
    ]);
  });

  it('continues what held before, where changes at one instant go in a circle', () => {
    const circle = [change(10, 'b', 'a'), change(10, 'a', 'b')];
    expect(orderChanges([change(7, 'start', 'a'), ...circle])).toEqual([
      change(7, 'start', 'a'),
      change(10, 'a', 'b'),
      change(10, 'b', 'a'),
    ]);
    expect(orderChanges(circle)).toEqual(circle);
  });

  it('keeps apart what happened at different instants', () => {
    const told = [change(12, 'b', 'c'), change(10, 'x', 'y'), change(11, 'a', 'b')];
    expect(orderChanges(told)).toEqual([told[1], told[2], told[0]]);
    expect(orderChanges([change(10, 'a', 'b'), change(11, 'c', 'a')]).map(({ at }) => at)).toEqual([10, 11]);
  });

  it('has no step where a change changes nothing', () => {
    expect(deriveSteps([change(10, 'todo', 'todo'), change(20, 'todo', 'done'), change(20, 'done', 'todo')], today('todo'), 5)).toEqual([
      { at: 5, value: 'todo' },
    ]);
  });

  it('counts changes from before the creation at the creation', () => {
    expect(deriveSteps([change(1, 'todo', 'doing'), change(9, 'doing', 'done')], today('done'), 5)).toEqual([
      { at: 5, value: 'doing' },
      { at: 9, value: 'done' },
    ]);
  });

  it("ends in today's value, from when the tracker is known to show it, if a change is missing", () => {
    expect(deriveSteps([change(10, 'todo', 'doing')], today('done', 30), 5)).toEqual([
      { at: 5, value: 'todo' },
      { at: 10, value: 'doing' },
      { at: 30, value: 'done' },
    ]);
  });
});

describe('the closing of an issue', () => {
  it('leaves no steps where it never happened', () => {
    expect(deriveClosedSteps([], null, 50, 5)).toEqual([]);
  });

  it('may be known from today alone', () => {
    expect(deriveClosedSteps([], 40, 50, 5)).toEqual([{ at: 40, value: true }]);
  });

  it('may be as old as the issue', () => {
    expect(deriveClosedSteps([change(5, false, true)], 5, 50, 5)).toEqual([{ at: 5, value: true }]);
  });

  it('may be undone, and done again', () => {
    const changes = [change(10, false, true), change(20, true, false), change(30, false, true)];
    expect(deriveClosedSteps(changes, 30, 50, 5)).toEqual([
      { at: 10, value: true },
      { at: 20, value: false },
      { at: 30, value: true },
    ]);
  });

  it('ends when the tracker is known to show the issue again, if nobody tells when it came back', () => {
    expect(deriveClosedSteps([change(10, false, true)], null, 50, 5)).toEqual([
      { at: 10, value: true },
      { at: 50, value: false },
    ]);
  });
});
