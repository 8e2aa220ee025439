import type { ColumnType } from 'kysely';

export type At = ColumnType<Date, Date | string, Date | string>;
export type DefaultAt = ColumnType<Date, Date | string | undefined, Date | string>;
export type MaybeAt = ColumnType<Date | null, Date | string | null, Date | string | null>;
export type Day = string;

export interface InOrganization {
  organization_id: string;
}
