import type { Metadata } from 'next';
import { z } from 'zod';
import { keptRange, readView, type SearchParams } from '../../../../address/read-view.ts';
import { InitiativeScreen } from '../../../../screens/initiative/initiative.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const metadata: Metadata = { title: 'Initiative' };

const initiativeView = z.object({ range: keptRange });

export default async function InitiativePage({ params, searchParams }: Props) {
  const [{ id }, view] = await Promise.all([params, readView(initiativeView, searchParams)]);
  return <InitiativeScreen initiativeId={id} view={view} />;
}
