import { endpoints } from '@speedtax/contract';
import { listDeadlockedIssues } from '@speedtax/storage/analytics';
import { readFigures } from '../figures/read-figures.ts';
import { readIssueRefs } from '../figures/read-issue-refs.ts';
import { route } from '../http/route.ts';

export const getDeadlocks = route(endpoints.getDeadlocks, ({ principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const ids = await listDeadlockedIssues(basis.trx, basis.organizationId);
    const issues = await readIssueRefs(basis, ids);
    return { issues: ids.flatMap((id) => issues.get(id) ?? []) };
  }),
);
