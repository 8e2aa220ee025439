import { describe, expect, it } from 'vitest';
import { encodeCopyRow } from './copy-text.ts';

const scalar = (value: unknown) => encodeCopyRow([{ name: 'v', kind: 'scalar' }], { v: value });

describe("a line of COPY's text format", () => {
  it.each([
    ['plain', 'plain\n'],
    ['tab\tline\nreturn\rback\\slash', 'tab\\tline\\nreturn\\rback\\\\slash\n'],
    ['\\N', '\\\\N\n'],
    ['', '\n'],
    [null, '\\N\n'],
    [undefined, '\\N\n'],
    [1.5, '1.5\n'],
    [true, 'true\n'],
    [new Date('2026-03-01T10:00:00.123Z'), '2026-03-01T10:00:00.123Z\n'],
    [new Date(Number.NaN), 'invalid date\n'],
  ])('%j is written as %j', (value, line) => {
    expect(scalar(value)).toBe(line);
  });

  it('arrays are quoted first and escaped after', () => {
    expect(encodeCopyRow([{ name: 'v', kind: 'array' }], { v: ['a b', 'q"t', 'b\\s', 'n\nl', null] })).toBe(
      '{"a b","q\\\\"t","b\\\\\\\\s","n\\nl",NULL}\n',
    );
  });

  it('an array in a JSON column is JSON', () => {
    expect(encodeCopyRow([{ name: 'v', kind: 'json' }], { v: ['a', 1] })).toBe('["a",1]\n');
  });

  it('columns come in the order asked for, whatever order the row has them in', () => {
    const columns = [
      { name: 'a', kind: 'scalar' },
      { name: 'b', kind: 'scalar' },
    ] as const;
    expect(encodeCopyRow(columns, { b: 2, a: 1 })).toBe('1\t2\n');
  });
});
