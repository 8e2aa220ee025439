import { deleteAlertsOfConnection } from '@speedtax/storage/alerts';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { settleMentions } from '@speedtax/storage/facts';

/** Everything read through a connection. What belongs to the connection itself goes with its row. */
const factTables = [
  'raw_item',
  'person',
  'team',
  'team_member',
  'workflow_status',
  'initiative',
  'initiative_parent',
  'initiative_owner_change',
  'project',
  'project_initiative',
  'project_team',
  'project_member',
  'project_dependency',
  'milestone',
  'cycle',
  'issue',
  'issue_key',
  'issue_flag',
  'issue_change',
  'issue_link',
  'issue_link_change',
  'dependency',
  'issue_mention',
  'issue_mirror',
] as const;

/** The connection goes first: a page that is being written then finds its cursor gone and gives up. False: there is none. */
export async function deleteConnection(trx: DatabaseTransaction, organizationId: string, connectionId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('connection')
    .where('organization_id', '=', organizationId)
    .where('id', '=', connectionId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await deleteAlertsOfConnection(trx, organizationId, connectionId);
  await deleteTreatmentsOfTeams(trx, organizationId, connectionId);
  await deleteWordsAboutPeople(trx, organizationId, connectionId);
  await deleteIdentityDecisions(trx, organizationId, connectionId);
  for (const table of factTables) {
    await trx.deleteFrom(table).where('organization_id', '=', organizationId).where('connection_id', '=', connectionId).execute();
  }
  // What the others say of its issues is said of nobody any more.
  await settleMentions(trx, organizationId);
  return true;
}

/** What was said about teams that are no more would be about nobody. */
async function deleteTreatmentsOfTeams(trx: DatabaseTransaction, organizationId: string, connectionId: string): Promise<void> {
  const teams = trx.selectFrom('team').select('id').where('organization_id', '=', organizationId).where('connection_id', '=', connectionId);
  await trx
    .deleteFrom('treatment')
    .where('organization_id', '=', organizationId)
    .where((of) => of.or([of('waiting_team_id', 'in', teams), of('blocking_team_id', 'in', teams)]))
    .execute();
}

/** Duties and attested authorities go with the people they are about. */
async function deleteWordsAboutPeople(trx: DatabaseTransaction, organizationId: string, connectionId: string): Promise<void> {
  const people = trx
    .selectFrom('person')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('connection_id', '=', connectionId);
  for (const table of ['duty', 'authority_attestation'] as const)
    await trx.deleteFrom(table).where('organization_id', '=', organizationId).where('person_id', 'in', people).execute();
}

/** What was decided of people and teams that are no more. */
async function deleteIdentityDecisions(trx: DatabaseTransaction, organizationId: string, connectionId: string): Promise<void> {
  for (const table of ['person', 'team'] as const) {
    const gone = trx.selectFrom(table).select('id').where('organization_id', '=', organizationId).where('connection_id', '=', connectionId);
    await trx
      .deleteFrom('identity_decision')
      .where('organization_id', '=', organizationId)
      .where((of) => of.or([of('first_id', 'in', gone), of('second_id', 'in', gone)]))
      .execute();
  }
}
