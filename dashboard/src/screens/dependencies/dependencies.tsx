import { type KeptView, pairLink, teamLink } from '../../address/links.ts';
import { getRange, getTax } from '../../api/company.ts';
import { prepareMatrix } from '../../drawings/matrix/prepare-matrix.ts';
import { PairRows } from '../../parts/pair-rows.tsx';
import { preparePairRows } from '../../parts/prepare-pair-rows.ts';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import classes from './dependencies.module.css';
import { MatrixByAddress } from './matrix-by-address.tsx';
import { prepareDependenciesSentence } from './prepare-dependencies-sentence.ts';

const pairsShown = 40;

/** Who waits on whom: the matrix, and its pairs as a list. */
export async function Dependencies({ view }: { view: KeptView }) {
  const range = await getRange(view.range);
  const tax = await getTax(range.from, range.to);
  const links = {
    teamHref: (teamId: string) => teamLink(teamId, view),
    pairHref: (waitingTeamId: string, blockingTeamId: string) => pairLink(waitingTeamId, blockingTeamId, view),
  };
  const pairs = preparePairRows(tax, view, tax.total.waitingMs);
  return (
    <>
      <Sentence parts={prepareDependenciesSentence(tax, range, view)} />
      <MatrixByAddress matrix={prepareMatrix(tax, links)} />
      {pairs.length > 0 && (
        <div className={classes.pairs}>
          <Section
            title="Pairs of teams"
            note={pairs.length > pairsShown ? `${pairsShown} of ${pairs.length}, the heaviest` : `${range.words}, heaviest first`}
          >
            <PairRows rows={pairs.slice(0, pairsShown)} />
          </Section>
        </div>
      )}
    </>
  );
}
