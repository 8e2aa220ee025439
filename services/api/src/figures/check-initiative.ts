import { notFound } from '../http/http-problem.ts';
import type { FigureBasis } from './read-figures.ts';

/** @throws HttpProblem 404 */
export async function checkInitiative({ trx, organizationId }: Pick<FigureBasis, 'trx' | 'organizationId'>, id: string): Promise<void> {
  const found = await trx
    .selectFrom('initiative')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound('initiative');
}
