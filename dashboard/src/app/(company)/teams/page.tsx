import type { Metadata } from 'next';
import { z } from 'zod';
import { keptRange, readView, type SearchParams } from '../../../address/read-view.ts';
import { teamOrders } from '../../../screens/teams/prepare-team-rows.ts';
import { Teams } from '../../../screens/teams/teams.tsx';

export const metadata: Metadata = { title: 'Teams' };

const teamsView = z.object({ range: keptRange, order: z.enum(teamOrders).catch('paid') });

export default async function TeamsPage({ searchParams }: { searchParams: SearchParams }) {
  const { order, ...view } = await readView(teamsView, searchParams);
  return <Teams view={view} order={order} />;
}
