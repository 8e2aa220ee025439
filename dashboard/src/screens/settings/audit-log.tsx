import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { auditLink } from '../../address/links.ts';
import { getReader } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Empty } from '../../parts/empty.tsx';
import rows from '../../parts/rows.module.css';
import { Sentence } from '../../parts/sentence.tsx';
import { formatInstantIn } from '../../words/instant-in.ts';
import { OnlyAdministrators } from './only-administrators.tsx';
import { prepareAuditRow } from './prepare-audit-row.ts';
import classes from './settings.module.css';

const pageItems = 100;

/** Everything that changed who can see or do what, latest first. */
export async function AuditLog({ cursor }: { cursor: string | undefined }) {
  const reader = await getReader();
  if (!reader.scopes.includes('admin')) return <OnlyAdministrators what="Audit logs" />;
  const { items, nextCursor } = await fetchApi(endpoints.listAudit, { query: { limit: pageItems, cursor } });
  return (
    <>
      <Sentence parts={['Everything that changed who can see or do what. No entry can be changed or deleted.']} />
      {items.length === 0 ? (
        <Empty words="Nothing has been changed yet." />
      ) : (
        <div className={rows.scroll}>
          <table className={rows.rows}>
            <thead>
              <tr>
                <th>When</th>
                <th>Who</th>
                <th>Did</th>
                <th>To</th>
                <th className={rows.wideOnly}>Detail</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => {
                const { did, detail } = prepareAuditRow(entry);
                return (
                  <tr key={entry.id}>
                    <td>{formatInstantIn(reader.organization.timeZone, entry.at)}</td>
                    <td>{entry.actor.name}</td>
                    <td>{did}</td>
                    <td className={classes.wrap}>{entry.subject.name}</td>
                    <td className={`${rows.wideOnly} ${classes.wrap}`}>{detail}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {nextCursor && (
        <p>
          <Link href={auditLink(nextCursor)}>Older entries</Link>
        </p>
      )}
    </>
  );
}
