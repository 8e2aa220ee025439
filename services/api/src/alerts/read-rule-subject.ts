import type { NewAlertRule } from '@speedtax/contract';
import { alertKinds } from '@speedtax/domain';
import { type DatabaseTransaction, listTeamNames } from '@speedtax/storage/analytics';
import { badRequest } from '../http/http-problem.ts';

/** Names of everything that rules can be about. */
export async function readSubjectNames(trx: DatabaseTransaction, organizationId: string): Promise<Map<string, string>> {
  const teams = await listTeamNames(trx, organizationId);
  const initiatives = await trx.selectFrom('initiative').select(['id', 'name']).where('organization_id', '=', organizationId).execute();
  return new Map([...[...teams.values()], ...initiatives].map(({ id, name }) => [id, name]));
}

/** @throws HttpProblem 400 where there is no such initiative or team, or its figure is of the other */
export async function checkSubject(
  trx: DatabaseTransaction,
  organizationId: string,
  { kind, subject }: Pick<NewAlertRule, 'kind' | 'subject'>,
): Promise<void> {
  if (subject === null) return;
  const known: readonly string[] = alertKinds[kind];
  if (!known.includes(subject.kind)) throw badRequest([{ path: 'subject.kind', message: `${kind} is a figure of: ${known.join(', ')}` }]);
  const isThere =
    subject.kind === 'team'
      ? (await listTeamNames(trx, organizationId)).has(subject.id)
      : (await trx
          .selectFrom('initiative')
          .select('id')
          .where('organization_id', '=', organizationId)
          .where('id', '=', subject.id)
          .executeTakeFirst()) !== undefined;
  if (!isThere) throw badRequest([{ path: 'subject.id', message: `There is no such ${subject.kind}` }]);
}
