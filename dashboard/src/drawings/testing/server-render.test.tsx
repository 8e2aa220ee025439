import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { describe, expect, it } from 'vitest';
import { AnatomyStrip } from '../anatomy-strip/anatomy-strip.tsx';
import { prepareAnatomy } from '../anatomy-strip/prepare-anatomy.ts';
import { Ledger } from '../ledger/ledger.tsx';
import { prepareLedger } from '../ledger/prepare-ledger.ts';
import { Matrix } from '../matrix/matrix.tsx';
import { prepareMatrix } from '../matrix/prepare-matrix.ts';
import { prepareTaxTrend } from '../tax-trend/prepare-tax-trend.ts';
import { TaxTrend } from '../tax-trend/tax-trend.tsx';
import { linkTo, makeSpeedTax } from './make-speed-tax.ts';

const tax = makeSpeedTax(
  ['Payments', 'Platform'],
  [
    { waiting: 'Payments', blocking: 'Platform', days: 30 },
    { waiting: 'Platform', blocking: 'Payments', days: 10 },
  ],
);

const series = {
  from: '2026-01-01',
  to: '2026-04-01',
  bucket: 'month' as const,
  teamId: null,
  timeZone: 'UTC',
  engineVersion: 'test',
  dataCutOff: null,
};

/** The page as the server sends it: there is no window here. */
async function draw(drawing: ReactNode): Promise<string> {
  const { prelude } = await prerender(<MantineProvider>{drawing}</MantineProvider>);
  return new Response(prelude).text();
}

describe('a drawing is there before any script runs', () => {
  it('the ledger: its rows open the teams and read aloud', async () => {
    const html = await draw(<Ledger ledger={prepareLedger(tax, linkTo.teamHref)} />);
    expect(html).toContain('href="/teams/Payments"');
    expect(html).toContain('Payments: speed tax 30 %, paid 30 issue-days waiting on others');
  });

  it('the ledger of a company where nobody waited says so', async () => {
    const html = await draw(<Ledger ledger={prepareLedger(makeSpeedTax(['Payments'], []), linkTo.teamHref)} />);
    expect(html).toContain('No issue of one team waited on another team');
  });

  it('the matrix: one tab stop, every cell a link to its waits', async () => {
    const html = await draw(<Matrix matrix={prepareMatrix(tax, linkTo)} />);
    expect(html.match(/data-cell="\d+"[^>]*tabindex="0"/gi)).toHaveLength(1);
    expect(html.match(/data-cell="\d+"/g)).toHaveLength(2);
    expect(html).toContain('href="/pairs/Payments/Platform"');
    expect(html).toContain('Payments waits on Platform: 30 issue-days directly');
  });

  it('the trend: its words and its line, at any width', async () => {
    const figures = {
      inPlayMs: 100,
      waitingMs: 20,
      waitingStartedMs: 20,
      waitingUnstartedMs: 0,
      blockedBeforePlayMs: 0,
      flaggedMs: 0,
      imposedMs: 0,
      speedTax: 0.2,
      speedTaxLow: 0,
      speedTaxHigh: 0.2,
    };
    const items = ['2026-01-01', '2026-02-01', '2026-03-01'].map((from) => ({ from, to: from, complete: true, ...figures }));
    const html = await draw(<TaxTrend trend={prepareTaxTrend({ ...series, items })} />);
    expect(html).toContain('Speed tax by month: from 20 % at 1 Jan 2026 to 20 % at 1 Mar 2026');
    expect(html).toMatch(/<path d="M0 [\d.]+L50 [\d.]+L100 [\d.]+"/);
  });

  it('the trend of nothing says so', async () => {
    expect(await draw(<TaxTrend trend={prepareTaxTrend({ ...series, items: [] })} />)).toContain('there is no speed tax to follow');
  });

  it('the anatomy strip says in words what it shows in textures', async () => {
    const html = await draw(<AnatomyStrip anatomy={prepareAnatomy({ unacceptedMs: 1, queuedMs: 1, inWorkMs: 2 })} />);
    expect(html).toContain('unaccepted 25 %, queued 25 %, in work 50 %');
  });
});
