import Link from 'next/link';
import { type KeptView, teamLink, teamsLink } from '../../address/links.ts';
import { getRange, getTax, getTeams } from '../../api/company.ts';
import { Ledger } from '../../drawings/ledger/ledger.tsx';
import { prepareLedger } from '../../drawings/ledger/prepare-ledger.ts';
import { Empty } from '../../parts/empty.tsx';
import { OrderHead } from '../../parts/order-head.tsx';
import rowsClasses from '../../parts/rows.module.css';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { Term } from '../../parts/term.tsx';
import { prepareTeamRows, type TeamOrder, type TeamRow } from './prepare-team-rows.ts';
import { prepareTeamsSentence } from './prepare-teams-sentence.ts';

/** Every team's figures, and the ledger between them. */
export async function Teams({ view, order }: { view: KeptView; order: TeamOrder }) {
  const [range, teams] = await Promise.all([getRange(view.range), getTeams()]);
  const tax = await getTax(range.from, range.to);
  const rows = prepareTeamRows(tax, teams, order, view);
  if (rows.length === 0)
    return <Empty words="No team has been read yet." next={{ text: 'See how far the reading is', href: '/connections' }} />;
  return (
    <>
      <Sentence parts={prepareTeamsSentence(tax, range, view)} />
      <TeamTable rows={rows} order={order} hrefOf={(each) => orderLink(view, each)} />
      <Section title="Who pays and who is owed" note={range.words}>
        <Ledger ledger={prepareLedger(tax, (teamId) => teamLink(teamId, view))} />
      </Section>
    </>
  );
}

function orderLink(view: KeptView, order: TeamOrder): string {
  const base = teamsLink(view);
  return order === 'paid' ? base : `${base}${base.includes('?') ? '&' : '?'}order=${order}`;
}

function TeamTable({ rows, order, hrefOf }: { rows: TeamRow[]; order: TeamOrder; hrefOf: (order: TeamOrder) => string }) {
  const wide = rowsClasses.wideOnly;
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <OrderHead href={hrefOf('name')} isSorted={order === 'name'} numeric={false}>
              Team
            </OrderHead>
            <OrderHead href={hrefOf('tax')} isSorted={order === 'tax'}>
              Speed tax
            </OrderHead>
            <th className={wide}>low–high</th>
            <OrderHead href={hrefOf('paid')} isSorted={order === 'paid'}>
              Paid, days
            </OrderHead>
            <OrderHead href={hrefOf('imposed')} isSorted={order === 'imposed'}>
              Imposed, days
            </OrderHead>
            <OrderHead href={hrefOf('now')} isSorted={order === 'now'}>
              Waiting now
            </OrderHead>
            <th data-numeric className={wide}>
              <Term of="wait episode">Median wait</Term>
            </th>
            <th data-numeric className={wide}>
              85 % in
            </th>
            <th data-numeric className={wide}>
              n
            </th>
            <th data-numeric className={wide}>
              <Term of="autonomy">Autonomy</Term>
            </th>
            <th data-numeric className={wide}>
              Open issues
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={row.href}>{row.name}</Link>
              </th>
              <td data-numeric title={row.taxExact}>
                <Link href={row.paidHref}>{row.tax}</Link>
              </td>
              <td className={`${rowsClasses.quiet} ${wide}`}>{row.taxRange}</td>
              <td data-numeric title={row.paidExact}>
                <Link href={row.paidHref}>{row.paid}</Link>
              </td>
              <td data-numeric title={row.imposedExact}>
                <Link href={row.imposedHref}>{row.imposed}</Link>
              </td>
              <td data-numeric>
                <Link href={row.waitingNowHref}>{row.waitingNow}</Link>
              </td>
              <td data-numeric className={wide}>
                {row.median}
              </td>
              <td data-numeric className={wide}>
                {row.p85}
              </td>
              <td data-numeric className={`${rowsClasses.quiet} ${wide}`}>
                {row.episodes}
              </td>
              <td data-numeric className={wide} title={row.autonomyExact}>
                {row.autonomy}
              </td>
              <td data-numeric className={`${rowsClasses.second} ${wide}`}>
                {row.openIssues}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
