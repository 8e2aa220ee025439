import { endpoints, type MappingPreview } from '@speedtax/contract';
import Link from 'next/link';
import { getConnections, getLatestTax, getReader } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { formatInstantIn } from '../../words/instant-in.ts';
import classes from './coverage.module.css';
import { prepareCoverageSentence } from './prepare-coverage-sentence.ts';
import { type Gap, prepareGaps } from './prepare-gaps.ts';

// Examples of each are a question of their own.
const connectionsWithExamples = 10;
const examplesShown = 5;
const count = new Intl.NumberFormat('en-US');

/** What the figures rest on and what is missing from it, tracker by tracker, with the way to mend it. */
export async function CoveragePage() {
  const [connections, tax, reader] = await Promise.all([getConnections(), getLatestTax(), getReader()]);
  const outcomes = await Promise.all(
    connections.map(async ({ id, coverage }, index) =>
      coverage && index < connectionsWithExamples ? (await fetchApi(endpoints.getConnectionMapping, { params: { id } })).outcome : null,
    ),
  );
  return (
    <>
      <Sentence parts={prepareCoverageSentence(tax.coverage)} note={['Never guessed: what is not known is not taxed, and counted here.']} />
      {connections.map((connection, index) => {
        const gaps = connection.coverage ? prepareGaps(connection, connection.coverage) : [];
        const readAt = connection.lastSyncedAt ? formatInstantIn(reader.organization.timeZone, connection.lastSyncedAt) : 'not yet';
        return (
          <Section key={connection.id} title={<>{connection.name}</>} note={<>read completely: {readAt}</>}>
            {gaps.length === 0 && (
              <p className={classes.none}>{connection.coverage ? 'Nothing is missing.' : 'Its figures are on their way.'}</p>
            )}
            <ul className={classes.gaps}>
              {gaps.map((gap) => (
                <GapLine key={gap.key} gap={gap} examples={listExamples(gap, outcomes[index] ?? null)} />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

function GapLine({ gap, examples }: { gap: Gap; examples: readonly string[] }) {
  return (
    <li>
      <span className={classes.count}>{count.format(gap.count)}</span>
      <span>
        {gap.words}
        {examples.length > 0 && <span className={classes.quiet}> such as {examples.join(', ')}</span>}
        <span className={classes.effect}>{gap.effect}</span>
      </span>
      {gap.fix && (
        <Link className={classes.fix} href={gap.fix.href}>
          {gap.fix.text}
        </Link>
      )}
    </li>
  );
}

function listExamples({ key }: Gap, outcome: MappingPreview | null): readonly string[] {
  if (!outcome) return [];
  if (key === 'team') return (outcome.teams.find(({ externalId }) => externalId === null)?.examples ?? []).slice(0, examplesShown);
  if (key === 'status')
    return outcome.statuses
      .filter(({ category }) => category === null)
      .map(({ name }) => `“${name}”`)
      .slice(0, examplesShown);
  return [];
}
