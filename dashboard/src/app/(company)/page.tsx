import { z } from 'zod';
import { keptRange, readView, type SearchParams } from '../../address/read-view.ts';
import { getConnections, getLatestTax } from '../../api/company.ts';
import { FirstRun } from '../../screens/overview/first-run.tsx';
import { Overview } from '../../screens/overview/overview.tsx';

const overviewView = z.object({ range: keptRange });

export default async function OverviewPage({ searchParams }: { searchParams: SearchParams }) {
  const [view, tax, connections] = await Promise.all([readView(overviewView, searchParams), getLatestTax(), getConnections()]);
  return tax.dataCutOff && connections.length > 0 ? <Overview view={view} /> : <FirstRun />;
}
