import { defaultProofDays, endpoints } from '@speedtax/contract';
import { dayNumberOf, isoDayOf } from '@speedtax/domain';
import { listTeamNames } from '@speedtax/storage/analytics';
import { checkPairs, checkTeamIds } from '../figures/check-team-ids.ts';
import { maxWindowDays } from '../figures/figure-window.ts';
import { dayAt } from '../figures/organization-clocks.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readProof } from '../figures/read-proof.ts';
import { badRequest } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { resolveTeamIds } from '../identities/resolve-team-ids.ts';
import { findTreatments } from '../treatments/find-treatments.ts';
import { insertTreatment } from '../treatments/insert-treatment.ts';

export const createTreatment = route(endpoints.createTreatment, async ({ body, principal, response }, context) => {
  const { organizationId, name } = principal;
  const { treatedOn } = body;
  const id = await context.database.inOrganization(organizationId, async (trx) => {
    const { waitingTeamId, blockingTeamId } = await resolveTeamIds(trx, organizationId, body);
    const named = [
      { path: 'waitingTeamId', teamId: waitingTeamId },
      { path: 'blockingTeamId', teamId: blockingTeamId },
    ];
    checkTeamIds(named, await listTeamNames(trx, organizationId));
    checkPairs([{ path: 'blockingTeamId', pair: { waitingTeamId, blockingTeamId } }]);
    const { time_zone: timeZone } = await trx
      .selectFrom('organization')
      .select('time_zone')
      .where('id', '=', organizationId)
      .executeTakeFirstOrThrow();
    checkDay(treatedOn, dayAt({ timeZone, working: null }, new Date(context.now())));
    return insertTreatment(trx, organizationId, { ...body, waitingTeamId, blockingTeamId }, { by: name, at: new Date(context.now()) });
  });
  response.location(`/api/v1/treatments/${id}`);
  return readFigures(context, principal, async (basis) => {
    const [treatment] = await findTreatments(basis.trx, organizationId, { id, limit: 1 });
    if (!treatment) throw new Error(`Treatment ${id} is gone right after it was marked`);
    return { ...treatment, proof: await readProof(basis, treatment, defaultProofDays) };
  });
});

/** Neither of days to come nor of days that no window reaches. */
function checkDay(treatedOn: string, today: number): void {
  const day = dayNumberOf(treatedOn);
  if (day <= today && day > today - maxWindowDays) return;
  throw badRequest([
    { path: 'treatedOn', message: `Between ${isoDayOf(today - maxWindowDays + 1)} and today, which is ${isoDayOf(today)}` },
  ]);
}
