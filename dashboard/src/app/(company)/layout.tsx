import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { addDays } from '../../address/range.ts';
import { getAccount, getConnections, getLatestTax, getRange, getReader } from '../../api/company.ts';
import { FirstFigures } from '../../frame/first-figures.tsx';
import { Footer } from '../../frame/footer.tsx';
import { Header } from '../../frame/header.tsx';
import { LiveSyncProvider } from '../../frame/live-sync.tsx';
import { Rail } from '../../frame/rail.tsx';
import { CoverageProvider } from '../../frame/sync-state.tsx';
import classes from './layout.module.css';

/** Every page is drawn for who asks, from figures as they are then. */
export const dynamic = 'force-dynamic';

export default async function CompanyLayout({ children }: { children: ReactNode }) {
  const [reader, connections, tax, range, jar] = await Promise.all([
    getReader(),
    getConnections(),
    getLatestTax(),
    getRange('30d'),
    cookies(),
  ]);
  const account = reader.signedInBy === 'session' ? await getAccount() : null;
  return (
    <LiveSyncProvider
      connections={connections.map(({ id, name, status, statusReason, lastSyncedAt }) => ({
        id,
        name,
        status,
        statusReason,
        lastSyncedAt,
      }))}
    >
      <CoverageProvider coverage={tax.coverage}>
        <div className={classes.frame}>
          <Rail startsFolded={jar.get('st_rail')?.value === 'folded'} />
          <div className={classes.column}>
            <Header
              account={account}
              organizationId={reader.organization.organizationId}
              organization={reader.organization.name}
              isDemo={reader.organization.isDemo}
              today={addDays(range.to, -1)}
            />
            <FirstFigures coverage={tax.coverage} />
            <main className={classes.main}>{children}</main>
            <Footer tax={tax} />
          </div>
        </div>
      </CoverageProvider>
    </LiveSyncProvider>
  );
}
