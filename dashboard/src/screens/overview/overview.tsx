import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { dependenciesLink, initiativesLink, issuesLink, type KeptView, teamLink } from '../../address/links.ts';
import { getInitiatives, getRange, getReader, getTax } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { getTrend } from '../../api/series.ts';
import { Ledger } from '../../drawings/ledger/ledger.tsx';
import { prepareLedger } from '../../drawings/ledger/prepare-ledger.ts';
import { Empty } from '../../parts/empty.tsx';
import { FigureStrip } from '../../parts/figure-strip.tsx';
import { prepareFigures } from '../../parts/figures.ts';
import { PairRows } from '../../parts/pair-rows.tsx';
import { preparePairRows } from '../../parts/prepare-pair-rows.ts';
import { Columns, Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { TrendSection } from '../../parts/trend-section.tsx';
import { inRange } from '../../words/in-range.ts';
import { pickAtRisk, prepareInitiativeRows } from '../initiatives/prepare-initiative-rows.ts';
import { prepareDeadlock } from './prepare-deadlock.ts';
import { prepareOverviewSentence } from './prepare-overview-sentence.ts';
import { RiskRows } from './risk-rows.tsx';

const pairsShown = 8;
const initiativesShown = 8;

/** What waiting cost the company, who paid and who is owed, and what is at risk. */
export async function Overview({ view }: { view: KeptView }) {
  const range = await getRange(view.range);
  const [reader, tax, before, trend, initiatives, deadlocks] = await Promise.all([
    getReader(),
    getTax(range.from, range.to),
    getTax(range.before.from, range.before.to),
    getTrend(range.from, range.to),
    getInitiatives(),
    fetchApi(endpoints.getDeadlocks),
  ]);
  const organization = reader.organization.name;
  const pairs = preparePairRows(tax, view, tax.total.waitingMs);
  const leads = { paid: issuesLink({}, view), waitingNow: issuesLink({ now: true }, view), flagged: issuesLink({ flagged: true }, view) };
  const risks = pickAtRisk(initiatives.items, initiativesShown);

  return (
    <>
      <Sentence
        parts={prepareOverviewSentence({ organization, tax, before, range, view })}
        alarm={prepareDeadlock(deadlocks.issues, view)}
      />
      <FigureStrip figures={prepareFigures(tax.total, leads)} />
      <TrendSection series={trend} />
      <Section title="Who pays and who is owed" note={range.words}>
        <Ledger ledger={prepareLedger(tax, (teamId) => teamLink(teamId, view))} />
      </Section>
      <Columns>
        <Section
          title="The heaviest waits"
          note={pairs.length > pairsShown ? `${pairsShown} of ${pairs.length} pairs of teams` : range.words}
          more={<Link href={dependenciesLink(view)}>All dependencies</Link>}
        >
          {pairs.length > 0 ? (
            <PairRows rows={pairs.slice(0, pairsShown)} />
          ) : (
            <Empty words={`No team waited on another ${inRange(range)}.`} />
          )}
        </Section>
        <Section title="Initiatives at risk" note="in their whole life" more={<Link href={initiativesLink(view)}>All initiatives</Link>}>
          {risks.length > 0 ? (
            <RiskRows rows={prepareInitiativeRows(risks, 'blockers', view)} />
          ) : (
            <Empty
              words="No active initiative is blocked, or held by nobody."
              next={{ text: 'All initiatives', href: initiativesLink(view) }}
            />
          )}
        </Section>
      </Columns>
    </>
  );
}
