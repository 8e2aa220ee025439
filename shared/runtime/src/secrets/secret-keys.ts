import { createHash, hkdfSync } from 'node:crypto';

const keyBytes = 32;
const keyIdBytes = 6;

/** The keys credentials are sealed with: the first seals, all of them open. That is how a key is rotated. */
export interface SecretKeys {
  readonly sealing: { readonly id: string; readonly key: Uint8Array };
  readonly byId: ReadonlyMap<string, Uint8Array>;
}

/** @param secret SPEEDTAX_SECRET: one secret or several, newest first, with commas between. */
export function makeSecretKeys(secret: string): SecretKeys {
  const keys = secret.split(',').map((one) => {
    const key = deriveKey(one.trim(), 'tracker credentials');
    return { id: createHash('sha256').update(key).digest('base64url').slice(0, keyIdBytes), key };
  });
  const [sealing] = keys;
  if (!sealing) throw new Error('makeSecretKeys: expected at least one secret');
  return { sealing, byId: new Map(keys.map(({ id, key }) => [id, key])) };
}

/** A 256-bit key for one purpose. Keys of different purposes tell nothing about each other or the secret. */
export function deriveKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'speedtax', purpose, keyBytes));
}
