import type { DatabaseTransaction } from '@speedtax/storage/analytics';

export interface ConnectionToInsert {
  readonly organizationId: string;
  readonly connectionId: string;
  readonly provider: 'linear' | 'jira';
  readonly name: string;
  readonly baseUrl: string;
  readonly workspaceName: string;
  /** The tracker's own id. */
  readonly workspaceId: string;
  readonly deployment: 'cloud' | 'server' | null;
  /** Sealed. */
  readonly credentials: string;
}

/** False: the organization has a connection to this workspace already. */
export async function insertConnection(trx: DatabaseTransaction, connection: ConnectionToInsert): Promise<boolean> {
  const { organizationId, connectionId, provider, name, baseUrl, workspaceName, workspaceId, deployment, credentials } = connection;
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('connection')
    .values({
      organization_id: organizationId,
      id: connectionId,
      provider,
      name,
      base_url: baseUrl,
      workspace_name: workspaceName,
      external_id: workspaceId,
      deployment,
      credentials,
      status: 'pending',
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'provider', 'external_id']).where('external_id', 'is not', null).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
