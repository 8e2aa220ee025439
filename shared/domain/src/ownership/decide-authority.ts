export type AuthorityState = 'attested' | 'expired' | 'unknown';

/** Whether somebody's authority is attested on a day ('YYYY-MM-DD'): until the day an attestation expires, that day excluded. */
export function decideAuthority(attestations: readonly { readonly expiresOn: string }[], todayOn: string): AuthorityState {
  if (attestations.length === 0) return 'unknown';
  return attestations.some(({ expiresOn }) => expiresOn > todayOn) ? 'attested' : 'expired';
}
