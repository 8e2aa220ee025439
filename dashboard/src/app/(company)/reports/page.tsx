import { quarter } from '@speedtax/contract';
import type { Metadata } from 'next';
import { z } from 'zod';
import { keptRange, readView, type SearchParams } from '../../../address/read-view.ts';
import { ReportsPage } from '../../../screens/reports/reports.tsx';

export const metadata: Metadata = { title: 'Reports' };

/** Without a quarter, or with an unreadable one: the last that has ended. */
const shape = z.object({ range: keptRange, quarter: quarter.optional().catch(undefined) });

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { quarter: asked, ...view } = await readView(shape, searchParams);
  return <ReportsPage asked={asked} view={view} />;
}
