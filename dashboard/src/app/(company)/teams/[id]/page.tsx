import type { Metadata } from 'next';
import { z } from 'zod';
import { keptRange, readView, type SearchParams } from '../../../../address/read-view.ts';
import { getTeams } from '../../../../api/company.ts';
import { TeamScreen } from '../../../../screens/team/team.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

const teamView = z.object({ range: keptRange });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: (await getTeams()).find((team) => team.teamId === id)?.name ?? 'Team' };
}

export default async function TeamPage({ params, searchParams }: Props) {
  const [{ id }, view] = await Promise.all([params, readView(teamView, searchParams)]);
  return <TeamScreen teamId={id} view={view} />;
}
