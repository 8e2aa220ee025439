import type { Metadata } from 'next';
import { z } from 'zod';
import { keptRange, readView, type SearchParams } from '../../../address/read-view.ts';
import { Issues } from '../../../screens/issues/issues.tsx';

export const metadata: Metadata = { title: 'Issues' };

const idOrNone = z.uuid().optional().catch(undefined);
const issuesView = z.object({
  range: keptRange,
  team: idOrNone,
  blocking: idOrNone,
  initiative: idOrNone,
  now: z.literal('1').optional().catch(undefined),
  flagged: z.literal('1').optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
});

export default async function IssuesPage({ searchParams }: { searchParams: SearchParams }) {
  const { range, team, blocking, initiative, now, flagged, cursor } = await readView(issuesView, searchParams);
  const filter = { teamId: team, blockingTeamId: blocking, initiativeId: initiative, now: now === '1', flagged: flagged === '1' };
  return <Issues filter={filter} cursor={cursor} view={{ range }} />;
}
