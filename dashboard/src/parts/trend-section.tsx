import type { Series } from '@speedtax/contract';
import { prepareTaxTrend } from '../drawings/tax-trend/prepare-tax-trend.ts';
import { TaxTrend } from '../drawings/tax-trend/tax-trend.tsx';
import { formatDay } from '../words/instant.ts';
import { Section } from './section.tsx';
import { Term } from './term.tsx';

const heightPx = 180;

/** The speed tax over time, for a stretch that may reach further back than the page's range. */
export function TrendSection({ series }: { series: Series }) {
  return (
    <Section
      title={
        <>
          <Term of="speed tax">Speed tax</Term> by {series.bucket}
        </>
      }
      note={`since ${formatDay(series.from)}`}
    >
      <TaxTrend trend={prepareTaxTrend(series)} heightPx={heightPx} />
    </Section>
  );
}
