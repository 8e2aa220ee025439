import type { Role } from '@speedtax/contract';

/** Who asks, and the one organization whose data the answer may hold. */
export interface Principal {
  readonly organizationId: string;
  readonly signedInBy: 'api_key' | 'local_session';
  readonly name: string;
  readonly role: Role;
}
