import { endsOf } from '@speedtax/domain';
import { listBlockingEdges } from '@speedtax/storage/alerts';
import { listDeadlockedIssues, listIssueSummaries } from '@speedtax/storage/analytics';
import type { Figure } from '../figure.ts';
import type { MeasureScope } from '../make-measures.ts';
import { edgesOf } from './edges-of.ts';

/** How many issues of a subject are in a circle that nobody gets out of. */
export async function measureDeadlocks({ trx, organizationId, subjects }: MeasureScope): Promise<Map<string, Figure>> {
  const stuck = new Set(await listDeadlockedIssues(trx, organizationId));
  if (stuck.size === 0) return new Map();
  const issues = [...(await listIssueSummaries(trx, organizationId, stuck)).values()];
  const edges = edgesOf(await listBlockingEdges(trx, organizationId));
  return new Map(
    subjects.flatMap((subject): [string, Figure][] => {
      const projects = new Set(subject.projectIds);
      const own = issues.filter(({ teamId, projectId }) =>
        subject.kind === 'team' ? teamId === subject.id : projectId !== null && projects.has(projectId),
      );
      const circle = (edges.get(subject.id) ?? []).filter((edge) => {
        const { blockerIssueId, blockedIssueId } = endsOf(edge);
        return stuck.has(blockerIssueId) && stuck.has(blockedIssueId);
      });
      return own.length === 0 ? [] : [[subject.id, { value: own.length, edges: circle }]];
    }),
  );
}
