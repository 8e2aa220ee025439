import { endpoints, type PlanningPack } from '@speedtax/contract';
import Link from 'next/link';
import { initiativeLink, type KeptView, pairLink, reportsLink } from '../../address/links.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Empty } from '../../parts/empty.tsx';
import rows from '../../parts/rows.module.css';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { formatDays } from '../../words/duration.ts';
import { preparePackSentence } from './prepare-pack-sentence.ts';
import { prepareQuarters } from './prepare-quarters.ts';
import classes from './reports.module.css';

const formats = [
  { name: 'PDF', format: 'pdf', says: 'typeset, to read and print' },
  { name: 'Excel', format: 'xlsx', says: 'one sheet for each table' },
  { name: 'CSV', format: 'csv', says: 'one file for each table, zipped' },
  { name: 'Markdown', format: 'md', says: 'for wikis and pull requests' },
  { name: 'JSON', format: 'json', says: 'with the schema of the API' },
] as const;

const adviceOf = {
  offer_interface: 'offer an interface',
  schedule: 'agree on dates',
  accept: 'accept',
  unclear: 'look closer',
} as const;

/** The planning pack of a quarter: what it will say, and in which formats it can be taken away. */
export async function ReportsPage({ asked, view }: { asked: string | undefined; view: KeptView }) {
  const pack = await fetchApi(endpoints.getQuarterlyReport, { query: { quarter: asked } });
  const ofQuarter: KeptView = { range: `${pack.range.from}..${pack.range.to}` };
  const today = pack.dataCutOff?.slice(0, 10) ?? pack.range.to;
  return (
    <>
      <Sentence
        parts={preparePackSentence(pack)}
        note={pack.complete ? [] : ['The quarter is not over: figures count up to the data cut-off.']}
      />
      <nav className={classes.quarters} aria-label="Quarter">
        {prepareQuarters(today, pack.quarter).map((quarter) => (
          <Link key={quarter} href={reportsLink(view, quarter)} aria-current={quarter === pack.quarter ? 'page' : undefined}>
            {quarter.replace('-', ' ')}
          </Link>
        ))}
      </nav>
      <Section title="Take the pack away" note="the same facts give the same bytes">
        <ul className={classes.formats}>
          {formats.map(({ name, format, says }) => (
            <li key={format}>
              <a href={`/api/v1/reports/quarterly?quarter=${pack.quarter}&format=${format}`} download>
                {name}
              </a>
              <span className={classes.quiet}>{says}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Worth pack={pack} view={ofQuarter} />
      <Decided pack={pack} view={ofQuarter} />
      <Asked pack={pack} view={ofQuarter} />
      <p className={classes.seal}>
        Data up to {pack.dataCutOff?.slice(0, 16).replace('T', ' ') ?? 'nothing yet'} UTC · engine {pack.engineVersion} · digest{' '}
        <code title={pack.digest}>{pack.digest.slice(0, 12)}</code>
      </p>
    </>
  );
}

interface PartProps {
  pack: PlanningPack;
  view: KeptView;
}

function Worth({ pack: { decouplings }, view }: PartProps) {
  return (
    <Section title="Dependencies worth removing" note="issue-days saved, each on top of those before it">
      {decouplings.length === 0 && <Empty words="No team waited on another." />}
      {decouplings.length > 0 && (
        <div className={rows.scroll}>
          <table className={rows.rows}>
            <thead>
              <tr>
                <th scope="col">Dependency</th>
                <th scope="col">What to do</th>
                <th scope="col" data-numeric>
                  Saved
                </th>
                <th scope="col" data-numeric>
                  So far
                </th>
              </tr>
            </thead>
            <tbody>
              {decouplings.map(({ rank, waitingTeamId, blockingTeamId, waitingTeam, blockingTeam, kind, theme, savedMs, savedSoFarMs }) => (
                <tr key={rank}>
                  <td>
                    <Link href={pairLink(waitingTeamId, blockingTeamId, view)}>
                      {waitingTeam} on {blockingTeam}
                    </Link>
                  </td>
                  <td>
                    {adviceOf[kind]}
                    {theme && <span className={classes.quiet}> {theme.name}</span>}
                  </td>
                  <td data-numeric>{formatDays(savedMs)}</td>
                  <td data-numeric>{formatDays(savedSoFarMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Decided({ pack: { treatments }, view }: PartProps) {
  return (
    <Section title="Decided before, and what came of it" note="issue-days waited, as many days before as after">
      {treatments.length === 0 && <Empty words="No dependency has been marked as treated yet." />}
      <ul className={classes.lines}>
        {treatments.map(({ id, treatedOn, waitingTeamId, blockingTeamId, waitingTeam, blockingTeam, proof }) => (
          <li key={id}>
            <Link href={pairLink(waitingTeamId, blockingTeamId, view)}>
              {waitingTeam} on {blockingTeam}
            </Link>
            , treated on {treatedOn}:{' '}
            {proof.state === 'measured' && proof.before && proof.after
              ? `${formatDays(proof.before.waitingMs)} before, ${formatDays(proof.after.waitingMs)} after`
              : 'too early to tell'}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Asked({ pack: { initiatives }, view }: PartProps) {
  const asking = initiatives.filter(({ decisions }) => decisions.length > 0);
  return (
    <Section title="Decisions asked for" note={`${asking.length} of ${initiatives.length} initiatives`}>
      {asking.length === 0 && <Empty words="No initiative asks anything of the meeting." />}
      {asking.map(({ initiativeId, name, decisions }) => (
        <div key={initiativeId} className={classes.asked}>
          <h3>
            <Link href={initiativeLink(initiativeId, view)}>{name}</Link>
          </h3>
          <ul className={classes.lines}>
            {decisions.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
