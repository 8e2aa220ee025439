import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clause, parseJql } from './parse-jql.ts';
import type { Token } from './tokenize-jql.ts';

const word = fc.stringMatching(/^[a-z]{3,8}$/).filter((text) => !['and', 'not', 'order'].includes(text));
const value: fc.Arbitrary<Token> = fc.oneof(
  word.map((text) => ({ kind: 'word', text }) as const),
  fc.string({ maxLength: 6 }).map((text) => ({ kind: 'quoted', text }) as const),
);
const comparison: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    kind: fc.constant('comparison' as const),
    field: word,
    operator: fc.constantFrom('=' as const, '!=' as const, '>=' as const, '<' as const),
    values: value.map((one) => [one]),
  }),
  fc.record({
    kind: fc.constant('comparison' as const),
    field: word,
    operator: fc.constantFrom('in' as const, 'not in' as const),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
);
const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.oneof(
    { maxDepth: 3 },
    comparison,
    fc.record({ kind: fc.constant('not' as const), clause: tie('clause') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      clauses: fc.array(tie('clause'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

function write(of: Clause): string {
  if (of.kind === 'not') return `NOT (${write(of.clause)})`;
  if (of.kind !== 'comparison') return of.clauses.map((part) => `(${write(part)})`).join(` ${of.kind} `);
  const values = of.values.map(({ kind, text }) => (kind === 'quoted' ? `"${text.replace(/["\\]/g, '\\$&')}"` : text));
  return `${of.field} ${of.operator} ${of.operator.endsWith('in') ? `(${values.join(', ')})` : values[0]}`;
}

describe('JQL', () => {
  it('is read back as what was written', () => {
    fc.assert(
      fc.property(clause, (written) => {
        expect(parseJql(write(written))).toEqual({ where: written, orderBy: [] });
      }),
    );
  });

  it('binds and closer than or, and not closest', () => {
    const of = (field: string): Clause => ({ kind: 'comparison', field, operator: '=', values: [{ kind: 'word', text: '1' }] });
    expect(parseJql('aa = 1 OR NOT bb = 1 AND cc = 1').where).toEqual({
      kind: 'or',
      clauses: [of('aa'), { kind: 'and', clauses: [{ kind: 'not', clause: of('bb') }, of('cc')] }],
    });
  });

  it('is ordered by up to seven fields', () => {
    expect(parseJql('order by Created DESC, key').orderBy).toEqual([
      { field: 'created', isDescending: true },
      { field: 'key', isDescending: false },
    ]);
    expect(() => parseJql(`order by ${'key,'.repeat(7)}key`)).toThrow(/maximum number of fields/);
  });
});
