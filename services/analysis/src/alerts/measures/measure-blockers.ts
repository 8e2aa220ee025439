import { edgeOf } from '@speedtax/domain';
import { listBlockingEdges, listLastingWaits } from '@speedtax/storage/alerts';
import type { Figure } from '../figure.ts';
import type { MeasureScope } from '../make-measures.ts';

/** Of initiatives their open external blockers; of teams the issues of others that their own wait on now. */
export async function measureBlockers({ trx, organizationId, dataCutOffAt, subjects }: MeasureScope): Promise<Map<string, Figure>> {
  if (subjects.some(({ kind }) => kind === 'team')) {
    const waits = await listLastingWaits(trx, organizationId, { dataCutOffAt });
    return figuresBy(
      waits.map(({ waitingTeamId, issueId, blockerIssueIds }) => ({ id: waitingTeamId, issueIds: [issueId], blockerIssueIds })),
    );
  }
  const blocking = (await listBlockingEdges(trx, organizationId)).filter(({ isExternal }) => isExternal);
  return figuresBy(
    blocking.map(({ initiativeId, blockerIssueId, blockedIssueIds }) => ({
      id: initiativeId,
      issueIds: blockedIssueIds,
      blockerIssueIds: [blockerIssueId],
    })),
  );
}

function figuresBy(rows: readonly { id: string; issueIds: readonly string[]; blockerIssueIds: readonly string[] }[]): Map<string, Figure> {
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [
      id,
      {
        value: new Set(own.flatMap(({ blockerIssueIds }) => blockerIssueIds)).size,
        edges: own.flatMap(({ blockerIssueIds, issueIds }) =>
          blockerIssueIds.flatMap((blocker) => issueIds.map((issue) => edgeOf(blocker, issue))),
        ),
      },
    ]),
  );
}
