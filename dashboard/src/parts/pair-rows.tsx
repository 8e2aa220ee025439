import Link from 'next/link';
import { AnatomyStrip } from '../drawings/anatomy-strip/anatomy-strip.tsx';
import { prepareAnatomy } from '../drawings/anatomy-strip/prepare-anatomy.ts';
import classes from './pair-rows.module.css';
import type { PairRow } from './prepare-pair-rows.ts';
import rowsClasses from './rows.module.css';
import { Term } from './term.tsx';

interface Props {
  rows: readonly PairRow[];
  /** Which of the two teams is told; the page of a team tells only the other one. */
  teams?: 'both' | 'waiting' | 'blocking';
}

/** Pairs of teams with what lies between them: days, share of the whole, anatomy, and the issues behind. */
export function PairRows({ rows, teams = 'both' }: Props) {
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            {teams !== 'blocking' && <th>{teams === 'both' ? 'Waits' : 'Team that waits'}</th>}
            {teams !== 'waiting' && <th>{teams === 'both' ? 'on' : 'Team waited for'}</th>}
            <th data-numeric>Issue-days</th>
            <th data-numeric className={rowsClasses.wideOnly}>
              Share
            </th>
            <th className={classes.anatomy}>
              <Term of="anatomy">What it does</Term>
            </th>
            <th data-numeric className={rowsClasses.wideOnly}>
              Issues
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {teams !== 'blocking' && <TeamCell team={row.waiting} />}
              {teams !== 'waiting' && <TeamCell team={row.blocking} />}
              <td data-numeric title={row.exact}>
                <Link href={row.href}>{row.days}</Link>
              </td>
              <td data-numeric className={`${rowsClasses.second} ${rowsClasses.wideOnly}`} title={row.shareExact}>
                {row.share}
              </td>
              <td className={classes.anatomy}>
                <AnatomyStrip anatomy={prepareAnatomy(row.anatomy)} />
              </td>
              <td data-numeric className={rowsClasses.wideOnly}>
                <Link href={row.href}>{row.issues}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TeamCell({ team }: { team: PairRow['waiting'] }) {
  return (
    <th scope="row">
      <Link href={team.href}>{team.name}</Link>
    </th>
  );
}
