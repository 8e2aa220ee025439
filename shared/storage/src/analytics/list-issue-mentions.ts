import { sql } from 'kysely';
import { namedIssue } from '../facts/settle-mentions.ts';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface IssueMention {
  /** Null: not read. */
  readonly otherIssueId: string | null;
  readonly key: string;
  readonly url: string | null;
  readonly namedBy: 'this' | 'other';
  readonly foundIn: 'attachment' | 'remote_link' | 'text';
  readonly fromAt: Date;
  readonly toAt: Date | null;
}

const maxMentions = 1_000;

/** Issues of other trackers that an issue names, or that name it, without saying who blocks whom; by their start. */
export async function listIssueMentions(trx: DatabaseTransaction, organizationId: string, issueId: string): Promise<IssueMention[]> {
  const told = sql`m.key, m.url, m.place as "foundIn", m.from_at as "fromAt", m.to_at as "toAt"`;
  const isTold = sql`m.organization_id = ${organizationId} and m.side is null and m.place <> 'sync' and m.key is not null`;
  const { rows } = await sql<IssueMention>`
    select ${namedIssue('m')} as "otherIssueId", 'this' as "namedBy", ${told} from issue_mention m where ${isTold} and m.issue_id = ${issueId}
    union all
    select m.issue_id, 'other', ${told} from issue_key k
    join issue_mention m on ${isTold} and m.key = k.key and m.connection_id <> k.connection_id
    where k.organization_id = ${organizationId} and k.issue_id = ${issueId} and ${namedIssue('m')} = ${issueId}
    order by "fromAt", key, "foundIn"
    limit ${maxMentions}
  `.execute(trx);
  return rows;
}
