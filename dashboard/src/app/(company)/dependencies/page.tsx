import type { Metadata } from 'next';
import { z } from 'zod';
import { keptRange, readView, type SearchParams } from '../../../address/read-view.ts';
import { Dependencies } from '../../../screens/dependencies/dependencies.tsx';

export const metadata: Metadata = { title: 'Dependencies' };

// `by` (direct or root) is read by the drawing itself, which holds both.
const dependenciesView = z.object({ range: keptRange });

export default async function DependenciesPage({ searchParams }: { searchParams: SearchParams }) {
  return <Dependencies view={await readView(dependenciesView, searchParams)} />;
}
