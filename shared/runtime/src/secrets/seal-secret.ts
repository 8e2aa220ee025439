import { CompactEncrypt, compactDecrypt } from 'jose';
import { SecretError } from './secret-error.ts';
import type { SecretKeys } from './secret-keys.ts';

/** The row a secret belongs to. It is authenticated with the secret, so a sealed value copied to another row does not open. */
export interface SecretPlace {
  organizationId: string;
  rowId: string;
}

/** Seals a credential for one row, as a compact JWE (A256GCM) that names its key. */
export async function sealSecret(keys: SecretKeys, place: SecretPlace, plain: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(plain))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: keys.sealing.id, sub: subjectOf(place) })
    .encrypt(keys.sealing.key);
}

/** @throws SecretError when the key is not known, the value belongs to another row, or it was altered. */
export async function openSecret(keys: SecretKeys, place: SecretPlace, sealed: string): Promise<string> {
  const { plaintext, protectedHeader } = await compactDecrypt(
    sealed,
    ({ kid }) => {
      const key = keys.byId.get(kid ?? '');
      if (!key)
        throw new SecretError(
          'unknown-key',
          `No key "${kid}" for this credential: put the former secret behind the new one in SPEEDTAX_SECRET.`,
        );
      return key;
    },
    { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
  ).catch((error: unknown) => {
    if (error instanceof SecretError) throw error;
    throw new SecretError('damaged', `The credential of row ${place.rowId} was altered, or sealed with another secret.`);
  });
  if (protectedHeader.sub !== subjectOf(place)) {
    throw new SecretError('wrong-place', `The credential of row ${place.rowId} was sealed for another row.`);
  }
  return new TextDecoder().decode(plaintext);
}

function subjectOf({ organizationId, rowId }: SecretPlace): string {
  return `${organizationId}/${rowId}`;
}
