import type { Generated, GeneratedAlways } from 'kysely';
import type { InOrganization } from './column-types.ts';

/** How facts were before they changed, since the last analysis. Written by triggers, used up by analyses. */
export interface MemoryTables {
  /** Whose facts are remembered. */
  fact_memory: InOrganization;
  /** In the order in which they changed: of several rows with one key the first tells how it was. */
  fact_before: InOrganization & {
    no: GeneratedAlways<number>;
    /** What a snapshot sees of. */ transaction_id: Generated<string>;
    /**
     * A fact table; or 'plan': of a person, project or initiative; 'whole': more than can be told has changed; 'begun': the same,
     * and a whole analysis has begun; 'future': an issue of which something lies after the data cut-off.
     */
    fact:
      | 'issue'
      | 'issue_change'
      | 'issue_flag'
      | 'dependency'
      | 'issue_link_change'
      | 'issue_key'
      | 'plan'
      | 'whole'
      | 'begun'
      | 'future';
    /** Whose figures rest on it. */ issue_id: string | null;
    key: string;
    /** Null: it was not there. */ before: Record<string, unknown> | null;
  };
}
