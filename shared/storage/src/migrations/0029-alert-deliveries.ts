import { type Kysely, sql } from 'kysely';
import { isolateByOrganization, letSystemRead } from './organization-policy.ts';

const tables = {
  alert_channel: sql`
    create table alert_channel (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      kind text not null check (kind in ('slack', 'email', 'teams', 'webhook')),
      name text not null,
      target text not null,
      secret text not null,
      made_by text not null,
      made_at timestamptz not null,
      primary key (organization_id, id)
    )`,
  alert_subscription: sql`
    create table alert_subscription (
      organization_id uuid not null,
      id uuid not null,
      channel_id uuid not null,
      rule_id uuid,
      subject_id uuid,
      tells text[] not null,
      time_zone text not null,
      quiet_from_minute integer check (quiet_from_minute between 0 and 1439),
      quiet_to_minute integer check (quiet_to_minute between 0 and 1439),
      digest_minute integer check (digest_minute between 0 and 1439),
      check ((quiet_from_minute is null) = (quiet_to_minute is null)),
      primary key (organization_id, id),
      foreign key (organization_id, channel_id) references alert_channel on delete cascade,
      foreign key (organization_id, rule_id) references alert_rule on delete cascade
    )`,
  alert_delivery: sql`
    create table alert_delivery (
      organization_id uuid not null,
      id uuid not null,
      channel_id uuid not null,
      subscription_id uuid,
      event_id uuid,
      recipient text,
      state text not null check (state in ('waiting', 'sending', 'sent', 'dead', 'dropped')),
      is_digest boolean not null,
      due_at timestamptz not null,
      attempts integer not null default 0,
      batch_id uuid,
      claimed_at timestamptz,
      answer text,
      made_at timestamptz not null,
      ended_at timestamptz,
      primary key (organization_id, id),
      foreign key (organization_id, channel_id) references alert_channel on delete cascade,
      foreign key (organization_id, event_id) references alert_event on delete cascade
    )`,
  alert_attempt: sql`
    create table alert_attempt (
      organization_id uuid not null,
      batch_id uuid not null,
      no integer not null,
      channel_id uuid not null,
      at timestamptz not null,
      is_ok boolean not null,
      answer text not null,
      took_ms integer not null,
      primary key (organization_id, batch_id, no),
      foreign key (organization_id, channel_id) references alert_channel on delete cascade
    )`,
};

/** Where alerts are told, to whom, and what became of each message. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, create] of Object.entries(tables)) {
    await create.execute(db);
    await isolateByOrganization(db, table);
  }
  await letSystemRead(db, 'alert_delivery');
  await sql`create index alert_delivery_due on alert_delivery (due_at) where state in ('waiting', 'sending')`.execute(db);
  await sql`create index alert_delivery_by_time on alert_delivery (organization_id, made_at, id)`.execute(db);
  await sql`create index alert_delivery_by_event on alert_delivery (organization_id, event_id)`.execute(db);
}
