import type { Metadata } from 'next';
import { z } from 'zod';
import { keptRange, readView, type SearchParams } from '../../../../address/read-view.ts';
import { IssueScreen } from '../../../../screens/issue/issue.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const metadata: Metadata = { title: 'Issue' };

const issueView = z.object({ range: keptRange });

export default async function IssuePage({ params, searchParams }: Props) {
  const [{ id }, view] = await Promise.all([params, readView(issueView, searchParams)]);
  return <IssueScreen issueId={id} view={view} />;
}
