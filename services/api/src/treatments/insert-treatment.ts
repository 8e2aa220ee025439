import { randomUUID } from 'node:crypto';
import type { NewTreatment } from '@speedtax/contract';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { HttpProblem } from '../http/http-problem.ts';

/** Of one organization: far more than anybody treats, and few enough to be read by people. */
const maxTreatments = 5_000;

/** @returns its id @throws HttpProblem 422 where there are too many */
export async function insertTreatment(
  trx: DatabaseTransaction,
  organizationId: string,
  { waitingTeamId, blockingTeamId, treatedOn, kind, note }: NewTreatment,
  marked: { readonly by: string; readonly at: Date },
): Promise<string> {
  const { treatments } = await trx
    .selectFrom('treatment')
    .select((query) => query.fn.countAll<number>().as('treatments'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  if (treatments >= maxTreatments) {
    throw new HttpProblem(422, 'too_many_treatments', 'No more treatments can be kept', { detail: `There are ${maxTreatments} already.` });
  }
  const id = randomUUID();
  await trx
    .insertInto('treatment')
    .values({
      organization_id: organizationId,
      id,
      waiting_team_id: waitingTeamId,
      blocking_team_id: blockingTeamId,
      treated_on: treatedOn,
      kind,
      note,
      marked_by: marked.by,
      created_at: marked.at,
    })
    .execute();
  return id;
}
