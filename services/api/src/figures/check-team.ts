import { notFound } from '../http/http-problem.ts';
import type { FigureBasis } from './read-figures.ts';

/** @throws HttpProblem 404 */
export async function checkTeam({ trx, organizationId }: FigureBasis, id: string): Promise<void> {
  const found = await trx
    .selectFrom('team')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound('team');
}
