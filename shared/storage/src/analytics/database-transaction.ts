import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What `inOrganization` hands to its work. */
export type DatabaseTransaction = Transaction<Tables>;
