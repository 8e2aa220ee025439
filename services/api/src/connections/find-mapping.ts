import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { listAllRawItems, listRawItems } from '@speedtax/storage/facts';
import { type PreviewSource, previewKinds } from '@speedtax/trackers';

export interface MappingRow {
  readonly id: string;
  readonly provider: 'linear' | 'jira';
  readonly base_url: string;
  readonly mapping: Record<string, unknown>;
}

export async function findMapping(trx: DatabaseTransaction, organizationId: string, connectionId: string): Promise<MappingRow | undefined> {
  return trx
    .selectFrom('connection')
    .select(['id', 'provider', 'base_url', 'mapping'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', connectionId)
    .executeTakeFirst();
}

/** Enough to see what a mapping does, few enough to be answered at once. */
const sampledIssues = 2_000;

/** What a preview is made of: the tracker's own words, and some of its issues. */
export async function findPreviewSource(trx: DatabaseTransaction, organizationId: string, row: MappingRow): Promise<PreviewSource> {
  const place = { organizationId, connectionId: row.id };
  const kinds = previewKinds[row.provider];
  const words = await listAllRawItems(trx, place, kinds.words);
  const issues = [];
  for (const kind of kinds.issues) issues.push(...(await listRawItems(trx, place, { kind, afterId: null, limit: sampledIssues })));
  return { connectionId: row.id, baseUrl: row.base_url, words, issues };
}

/** Whether all that was read is mapped as it was last chosen. */
export async function isMappingApplied(trx: DatabaseTransaction, organizationId: string, connectionId: string): Promise<boolean> {
  const pending = await trx
    .selectFrom('sync')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('connection_id', '=', connectionId)
    .where('kind', '=', 'remap')
    .where('state', 'in', ['queued', 'running', 'analyzing'])
    .limit(1)
    .executeTakeFirst();
  return pending === undefined;
}
