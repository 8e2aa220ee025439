import { expect, it } from 'vitest';
import { guardFormula } from './guard-formula.ts';

it.each(['=1+1', '+49 30', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＋1', '－1', '＠a'])(
  'text that a spreadsheet might calculate is kept as text: %j',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  },
);

it.each(['', 'Team A', 'a=b', "'=1", '1-2'])('other text stays as it is: %j', (text) => {
  expect(guardFormula(text)).toBe(text);
});
