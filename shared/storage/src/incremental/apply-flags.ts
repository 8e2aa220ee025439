import type { RowDifference, ToldFlag } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import { upsertRows } from '../bulk/upsert-rows.ts';
import type { DerivedKey } from '../derived/derived-key.ts';
import type { Tables } from '../tables.ts';
import { deleteKeys } from './delete-keys.ts';

export async function applyFlags(trx: Transaction<Tables>, derived: DerivedKey, { gone, come }: RowDifference<ToldFlag>): Promise<void> {
  const keyOf = ({ issueId, from }: ToldFlag) => ({ issue_id: issueId, from_at: new Date(from) });
  await deleteKeys(trx, derived.organization_id, 'flagged_span', { issue_id: 'uuid', from_at: 'timestamptz' }, gone.map(keyOf));
  await upsertRows(
    trx,
    'flagged_span',
    come.map((flag) => ({
      ...derived,
      ...keyOf(flag),
      team_id: flag.teamId,
      to_at: Number.isFinite(flag.to) ? new Date(flag.to) : null,
    })),
  );
}
