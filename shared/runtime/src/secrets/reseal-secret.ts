import { decodeProtectedHeader } from 'jose';
import { openSecret, type SecretPlace, sealSecret } from './seal-secret.ts';
import type { SecretKeys } from './secret-keys.ts';

/**
 * The same secret under the newest key; null where it is under that one already.
 * @throws SecretError as `openSecret` does
 */
export async function resealSecret(keys: SecretKeys, place: SecretPlace, sealed: string): Promise<string | null> {
  if (keyIdOf(sealed) === keys.sealing.id) return null;
  return sealSecret(keys, place, await openSecret(keys, place, sealed));
}

function keyIdOf(sealed: string): string | null {
  try {
    return decodeProtectedHeader(sealed).kid ?? null;
  } catch {
    return null;
  }
}
