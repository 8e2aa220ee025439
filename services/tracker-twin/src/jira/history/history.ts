import type { User } from '../../company/team.ts';

/** One entry of an issue's changelog. */
export interface History {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** null: nobody is named, as with changes of the server itself. */
  readonly author: User | null;
  readonly items: readonly ChangeItem[];
}

export interface ChangeItem {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}
