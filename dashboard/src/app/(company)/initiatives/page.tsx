import type { Metadata } from 'next';
import { z } from 'zod';
import { keptRange, readView, type SearchParams } from '../../../address/read-view.ts';
import { Initiatives, statusChoices } from '../../../screens/initiatives/initiatives.tsx';
import { initiativeOrders } from '../../../screens/initiatives/prepare-initiative-rows.ts';

export const metadata: Metadata = { title: 'Initiatives' };

const initiativesView = z.object({
  range: keptRange,
  order: z.enum(initiativeOrders).catch('blockers'),
  status: z.enum(statusChoices).catch('active'),
});

export default async function InitiativesPage({ searchParams }: { searchParams: SearchParams }) {
  const { order, status, ...view } = await readView(initiativesView, searchParams);
  return <Initiatives view={view} order={order} status={status} />;
}
