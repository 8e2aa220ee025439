import { resealSecret, type SecretKeys } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';
import {
  listOrganizationIds,
  lockSealedValues,
  recordAudit,
  type SealedColumn,
  sealedColumns,
  updateSealedValue,
} from '@speedtax/storage/accounts';

export interface RotationOptions {
  readonly database: Database;
  /** The newest key first: it seals; all of them open. */
  readonly secretKeys: SecretKeys;
  readonly now: () => number;
}

/** So many rows are locked at once, and no longer than it takes to seal them. */
const batchSize = 100;

/**
 * Seals every secret of every organization with the newest key, while everything else goes on. Run again, it changes
 * nothing; ended half way, it goes on where it stopped.
 * @returns how many were sealed anew
 */
export async function rotateKeys(options: RotationOptions): Promise<number> {
  let resealed = 0;
  for await (const organizationId of organizations(options.database)) {
    let ofOrganization = 0;
    for (const column of sealedColumns) ofOrganization += await resealColumn(options, organizationId, column);
    if (ofOrganization > 0) await noteRotation(options, organizationId, ofOrganization);
    resealed += ofOrganization;
  }
  return resealed;
}

async function resealColumn({ database, secretKeys }: RotationOptions, organizationId: string, column: SealedColumn): Promise<number> {
  let afterId: string | null = null;
  let resealed = 0;
  for (;;) {
    const batch = await database.inOrganization(organizationId, async (trx) => {
      const values = await lockSealedValues(trx, organizationId, column, { afterId, limit: batchSize });
      for (const { rowId, sealed } of values) {
        // What was disconnected has no credentials any more.
        const anew = sealed === '' ? null : await resealSecret(secretKeys, { organizationId, rowId }, sealed);
        if (anew !== null) await updateSealedValue(trx, organizationId, column, { rowId, sealed: anew });
        if (anew !== null) resealed += 1;
      }
      return values;
    });
    if (batch.length < batchSize) return resealed;
    afterId = batch.at(-1)?.rowId ?? null;
  }
}

async function noteRotation({ database, now }: RotationOptions, organizationId: string, secrets: number): Promise<void> {
  await database.inOrganization(organizationId, (trx) =>
    recordAudit(trx, {
      organizationId,
      actor: { kind: 'system', id: null, name: 'Whoever runs Speedtax' },
      action: 'key.rotated',
      subject: { kind: 'key', id: null, name: 'The secrets of this organization' },
      detail: { secrets },
      at: new Date(now()),
    }),
  );
}

async function* organizations(database: Database): AsyncGenerator<string> {
  let afterId: string | null = null;
  for (;;) {
    const ids: string[] = await database.asSystem((trx) => listOrganizationIds(trx, afterId));
    yield* ids;
    const last = ids.at(-1);
    if (last === undefined) return;
    afterId = last;
  }
}
