import { describe, expect, it } from 'vitest';
import { days, makeSpeedTax, makeTeamTax } from '../../parts/story.ts';
import { prepareTeamRows } from './prepare-team-rows.ts';

const pays = makeTeamTax('Payments', {
  inPlayMs: days(100),
  waitingMs: days(40),
  speedTax: 0.4,
  speedTaxLow: 0.3,
  speedTaxHigh: 0.5,
  waitingNow: 1,
});
const owes = makeTeamTax('Platform', { inPlayMs: days(10), imposedMs: days(40), speedTax: 0, speedTaxLow: 0, speedTaxHigh: 0 });
const idle = makeTeamTax('Archive');

describe('the table of teams', () => {
  it('shows a dash, not a zero, where nothing was in play', () => {
    const row = prepareTeamRows(makeSpeedTax([idle]), [], 'paid', {})[0];
    expect(row).toMatchObject({ tax: '–', paid: '–', paidExact: 'Nothing was in play', median: '–', autonomy: '–' });
  });

  it.each([
    ['paid', 'Payments'],
    ['imposed', 'Platform'],
    ['tax', 'Payments'],
    ['name', 'Archive'],
  ] as const)('ordered by %s it begins with %s', (order, first) => {
    expect(prepareTeamRows(makeSpeedTax([owes, pays, idle]), [], order, {})[0]?.name).toBe(first);
  });

  it('keeps the range in the links to what is behind', () => {
    const row = prepareTeamRows(makeSpeedTax([pays]), [], 'paid', { range: '30d' })[0];
    expect(row?.paidHref).toBe('/issues?range=30d&team=Payments');
  });
});
