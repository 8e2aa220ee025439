import type { Tables } from '@speedtax/storage';
import type { Selectable } from 'kysely';

type Kind<V> = (null extends V ? `${KindOf<NonNullable<V>>} | null` : never) | (null extends V ? never : KindOf<V>);
type KindOf<V> = V extends Date
  ? 'Date'
  : V extends Buffer
    ? 'Buffer'
    : V extends string
      ? 'string'
      : V extends number
        ? 'number'
        : V extends boolean
          ? 'boolean'
          : V extends readonly string[]
            ? 'string[]'
            : V extends readonly number[]
              ? 'number[]'
              : V extends readonly (Date | null)[]
                ? 'Date[]'
                : 'object';

/** Every column as tables.ts has it: the compiler holds this list to the types, a test holds it to the database. */
// biome-ignore format: one line per table
export const expectedColumns: { readonly [T in keyof Tables]: { readonly [C in keyof Selectable<Tables[T]>]: Kind<Selectable<Tables[T]>[C]> } } = {
  alert: { organization_id: 'string', id: 'string', rule_id: 'string', kind: 'string', level: 'number', within_days: 'number', subject_kind: 'string', subject_id: 'string', subject_name: 'string', value: 'number', raised_at: 'Date', acknowledged_at: 'Date | null', acknowledged_by: 'string | null', snoozed_until: 'Date | null', closed_at: 'Date | null', closed_because: 'string | null' },
  alert_attempt: { organization_id: 'string', batch_id: 'string', no: 'number', channel_id: 'string', at: 'Date', is_ok: 'boolean', answer: 'string', took_ms: 'number' },
  alert_channel: { organization_id: 'string', id: 'string', kind: 'string', name: 'string', target: 'string', secret: 'string', made_by: 'string', made_at: 'Date' },
  alert_delivery: { organization_id: 'string', id: 'string', channel_id: 'string', subscription_id: 'string | null', event_id: 'string | null', recipient: 'string | null', state: 'string', is_digest: 'boolean', due_at: 'Date', attempts: 'number', batch_id: 'string | null', claimed_at: 'Date | null', answer: 'string | null', made_at: 'Date', ended_at: 'Date | null' },
  alert_event: { organization_id: 'string', id: 'string', alert_id: 'string', kind: 'string', at: 'Date', value: 'number | null', by_name: 'string | null', message: 'object | null' },
  alert_rule: { organization_id: 'string', id: 'string', kind: 'string', level: 'number', within_days: 'number', subject_kind: 'string | null', subject_id: 'string | null', is_on: 'boolean', made_by: 'string', made_at: 'Date' },
  alert_state: { organization_id: 'string', rule_id: 'string', subject_id: 'string', state: 'object' },
  alert_subscription: { organization_id: 'string', id: 'string', channel_id: 'string', rule_id: 'string | null', subject_id: 'string | null', tells: 'string[]', time_zone: 'string', quiet_from_minute: 'number | null', quiet_to_minute: 'number | null', digest_minute: 'number | null' },
  alert_watch: { organization_id: 'string', at: 'Date | null', engine_version: 'number | null', calendar: 'string | null', looked_at: 'Date | null', unknown_because: 'string | null' },
  analysis: { organization_id: 'string', engine_version: 'number', data_cut_off_at: 'Date', finished_at: 'Date', duration_ms: 'number', coverage: 'object', calendar: 'object | null' },
  api_key: { organization_id: 'string', id: 'string', name: 'string', key_hash: 'string', role: 'string', scopes: 'string[]', created_by: 'string | null', created_at: 'Date', expires_at: 'Date | null', revoked_at: 'Date | null', last_used_at: 'Date | null' },
  audit_entry: { organization_id: 'string', id: 'string', at: 'Date', actor_kind: 'string', actor_id: 'string | null', actor_name: 'string', action: 'string', subject_kind: 'string', subject_id: 'string | null', subject_name: 'string', detail: 'object' },
  authority_attestation: { organization_id: 'string', id: 'string', initiative_id: 'string', person_id: 'string', attested_by: 'string', note: 'string', attested_at: 'Date', expires_on: 'string' },
  completion_year: { organization_id: 'string', engine_version: 'number', team_id: 'string', year: 'number', is_repeated: 'boolean', issue_ids: 'string[]', at: 'Date[]', waited: 'string', reopened: 'string', is_defect: 'string' },
  connection: { organization_id: 'string', id: 'string', provider: 'string', name: 'string', base_url: 'string', credentials: 'string', status: 'string', status_reason: 'string | null', workspace_name: 'string | null', external_id: 'string | null', deployment: 'string | null', mapping: 'object', scope: 'string[] | null', paused_at: 'Date | null', disconnected_at: 'Date | null', last_synced_at: 'Date | null', created_at: 'Date' },
  cycle: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', team_id: 'string | null', number: 'number', name: 'string | null', starts_at: 'Date', ends_at: 'Date', completed_at: 'Date | null' },
  deadlock: { organization_id: 'string', engine_version: 'number', deadlock_no: 'number', issue_id: 'string' },
  dependency: { organization_id: 'string', connection_id: 'string', blocker_issue_id: 'string', blocked_issue_id: 'string', from_at: 'Date | null', to_at: 'Date | null', start_evidence: 'string', found_in: 'string | null', from_key: 'Date' },
  duty: { organization_id: 'string', person_id: 'string', name: 'string', note: 'string', registered_by: 'string', registered_at: 'Date' },
  fact_before: { organization_id: 'string', no: 'number', transaction_id: 'string', fact: 'string', issue_id: 'string | null', key: 'string', before: 'object | null' },
  flagged_span: { organization_id: 'string', engine_version: 'number', issue_id: 'string', team_id: 'string', from_at: 'Date', to_at: 'Date | null' },
  identity: { organization_id: 'string', engine_version: 'number', kind: 'string', id: 'string', canonical_id: 'string' },
  identity_decision: { organization_id: 'string', kind: 'string', first_id: 'string', second_id: 'string', is_same: 'boolean', decided_by: 'string', decided_at: 'Date' },
  fact_memory: { organization_id: 'string' },
  initiative: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', key: 'string | null', name: 'string', url: 'string | null', status: 'string', tracker_status: 'string', owner_id: 'string | null', health: 'string | null', start_on: 'string | null', target_on: 'string | null', created_at: 'Date', started_at: 'Date | null', completed_at: 'Date | null', closed_at: 'Date | null' },
  initiative_blocker: { organization_id: 'string', engine_version: 'number', initiative_id: 'string', blocker_issue_id: 'string', is_external: 'boolean', since_at: 'Date', blocked_issue_ids: 'string[]' },
  initiative_course: { organization_id: 'string', engine_version: 'number', initiative_id: 'string', start_at: 'Date | null', start_source: 'string | null', end_at: 'Date | null', is_completed: 'boolean', first_value_at: 'Date | null', working_ms: 'number | null', waiting_on_others_ms: 'number | null', waiting_inside_ms: 'number | null', idle_ms: 'number | null', not_started_ms: 'number | null', is_lasting: 'boolean', settled_at: 'Date | null', growing_part: 'string | null' },
  initiative_flag_month_sum: { organization_id: 'string', engine_version: 'number', month: 'string', days: 'number[]', initiative_id: 'string', flagged_ms: 'number', flagged_ms_by_day: 'number[]' },
  initiative_month_sum: { organization_id: 'string', engine_version: 'number', month: 'string', days: 'number[]', initiative_id: 'string', clock_waiting_ms: 'number', clock_waiting_ms_by_day: 'number[]', stalled_ms: 'number', stalled_ms_by_day: 'number[]' },
  initiative_owner_change: { organization_id: 'string', connection_id: 'string', initiative_id: 'string', at: 'Date', from_person_id: 'string | null', to_person_id: 'string | null', source: 'string' },
  initiative_parent: { organization_id: 'string', connection_id: 'string', initiative_id: 'string', parent_id: 'string' },
  initiative_play: { organization_id: 'string', engine_version: 'number', initiative_id: 'string', month: 'string', events: 'Buffer' },
  initiative_team_month_sum: { organization_id: 'string', engine_version: 'number', month: 'string', days: 'number[]', initiative_id: 'string', team_id: 'string', in_play_ms: 'number', in_play_ms_by_day: 'number[]', waiting_ms: 'number', waiting_ms_by_day: 'number[]' },
  initiative_verdict: { organization_id: 'string', engine_version: 'number', initiative_id: 'string', ownership: 'string', accountable_ids: 'string[]', owner_span: 'number | null', single_threaded: 'boolean', issues: 'number', open_issues: 'number' },
  invitation: { organization_id: 'string', id: 'string', email: 'string', role: 'string', token_hash: 'string', invited_by: 'string', created_at: 'Date', expires_at: 'Date', accepted_at: 'Date | null' },
  issue: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', key: 'string', title: 'string', url: 'string | null', team_id: 'string | null', status_id: 'string | null', project_id: 'string | null', milestone_id: 'string | null', cycle_id: 'string | null', parent_id: 'string | null', assignee_id: 'string | null', creator_id: 'string | null', priority: 'number | null', estimate: 'number | null', due_on: 'string | null', labels: 'string[]', is_defect: 'boolean', created_at: 'Date', updated_at: 'Date', started_at: 'Date | null', completed_at: 'Date | null', canceled_at: 'Date | null', closed_at: 'Date | null', history_read_at: 'Date | null', is_stub: 'boolean', read_again: 'boolean' },
  issue_change: { organization_id: 'string', connection_id: 'string', issue_id: 'string', external_id: 'string', field: 'string', at: 'Date', from_id: 'string | null', to_id: 'string | null' },
  issue_flag: { organization_id: 'string', connection_id: 'string', issue_id: 'string', from_at: 'Date', to_at: 'Date | null' },
  issue_key: { organization_id: 'string', connection_id: 'string', key: 'string', issue_id: 'string' },
  issue_link: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', blocker_issue_id: 'string', blocked_issue_id: 'string', created_at: 'Date | null', seen_sync_id: 'string' },
  issue_link_change: { organization_id: 'string', connection_id: 'string', issue_id: 'string', external_id: 'string', at: 'Date', other_key: 'string', action: 'string', side: 'string', code: 'string' },
  issue_mention: { organization_id: 'string', connection_id: 'string', id: 'string', external_id: 'string', issue_id: 'string', place: 'string', site: 'string | null', key: 'string | null', far_external_id: 'string | null', url: 'string | null', side: 'string | null', stub_id: 'string', from_at: 'Date', to_at: 'Date | null', evidence: 'string' },
  issue_mirror: { organization_id: 'string', connection_id: 'string', copy_id: 'string', issue_id: 'string' },
  member: { organization_id: 'string', user_id: 'string', role: 'string', joined_at: 'Date' },
  milestone: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', project_id: 'string', name: 'string', target_on: 'string | null' },
  oauth_flow: { organization_id: 'string', id: 'string', state_hash: 'string', provider: 'string', connection_id: 'string | null', secret: 'string', created_at: 'Date', expires_at: 'Date' },
  open_sum: { organization_id: 'string', engine_version: 'number', subject: 'string', a_id: 'string', b_id: 'string', measure: 'string', since_day: 'string', weight: 'number', offset_ms: 'number' },
  organization: { id: 'string', name: 'string', time_zone: 'string', durations: 'string', working_time: 'object', is_demo: 'boolean', created_at: 'Date' },
  pair_month_sum: { organization_id: 'string', engine_version: 'number', month: 'string', days: 'number[]', waiting_team_id: 'string', blocking_team_id: 'string', waiting_ms: 'number', waiting_ms_by_day: 'number[]', root_ms: 'number', root_ms_by_day: 'number[]', unaccepted_ms: 'number', unaccepted_ms_by_day: 'number[]', queued_ms: 'number', queued_ms_by_day: 'number[]', in_work_ms: 'number', in_work_ms_by_day: 'number[]' },
  pair_quote: { organization_id: 'string', engine_version: 'number', waiting_team_id: 'string', blocking_team_id: 'string', waits: 'number', censored: 'number', median_ms: 'number | null', p85_ms: 'number | null', drops_on: 'string', outlasts_at: 'Date | null' },
  person: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', name: 'string', email: 'string | null', active: 'boolean', is_app: 'boolean' },
  project: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', key: 'string | null', name: 'string', url: 'string | null', status: 'string', tracker_status: 'string', lead_id: 'string | null', health: 'string | null', start_on: 'string | null', target_on: 'string | null', created_at: 'Date', started_at: 'Date | null', completed_at: 'Date | null', closed_at: 'Date | null' },
  project_dependency: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', blocker_project_id: 'string', blocked_project_id: 'string', from_at: 'Date', to_at: 'Date | null' },
  project_initiative: { organization_id: 'string', connection_id: 'string', project_id: 'string', initiative_id: 'string' },
  project_member: { organization_id: 'string', connection_id: 'string', project_id: 'string', person_id: 'string' },
  project_team: { organization_id: 'string', connection_id: 'string', project_id: 'string', team_id: 'string' },
  raw_item: { organization_id: 'string', connection_id: 'string', kind: 'string', external_id: 'string', payload: 'object', content_hash: 'string', fetched_at: 'Date' },
  started_span_year: { organization_id: 'string', engine_version: 'number', project_id: 'string', person_id: 'string', year: 'number', issue_ids: 'string[]', from_at: 'Date[]', to_at: 'Date[]' },
  sync: { organization_id: 'string', id: 'string', connection_id: 'string', kind: 'string', state: 'string', phase: 'string | null', done: 'number', total: 'number | null', requests: 'number', read_at: 'Date | null', error: 'string | null', created_at: 'Date', started_at: 'Date | null', finished_at: 'Date | null' },
  sync_cursor: { organization_id: 'string', connection_id: 'string', phase: 'string', sync_id: 'string', state: 'string', position: 'object', watermark_at: 'Date | null', updated_at: 'Date' },
  sync_hint: { organization_id: 'string', connection_id: 'string', subject: 'string', external_id: 'string', says_deleted: 'boolean', noted_at: 'Date' },
  sync_problem: { organization_id: 'string', id: 'string', connection_id: 'string', sync_id: 'string', kind: 'string', subject: 'string', detail: 'string', at: 'Date' },
  team: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', key: 'string', name: 'string', url: 'string | null', archived_at: 'Date | null' },
  team_month_sum: { organization_id: 'string', engine_version: 'number', month: 'string', days: 'number[]', team_id: 'string', in_play_ms: 'number', in_play_ms_by_day: 'number[]', held_ms: 'number', held_ms_by_day: 'number[]', dragging_ms: 'number', dragging_ms_by_day: 'number[]', blocked_before_play_ms: 'number', blocked_before_play_ms_by_day: 'number[]', flagged_ms: 'number', flagged_ms_by_day: 'number[]' },
  team_member: { organization_id: 'string', connection_id: 'string', team_id: 'string', person_id: 'string' },
  treatment: { organization_id: 'string', id: 'string', waiting_team_id: 'string', blocking_team_id: 'string', treated_on: 'string', kind: 'string', note: 'string', marked_by: 'string', created_at: 'Date' },
  wait_episode: { organization_id: 'string', engine_version: 'number', issue_id: 'string', team_id: 'string', from_at: 'Date', to_at: 'Date | null', blocking_team_ids: 'string[]' },
  wait_year: { organization_id: 'string', engine_version: 'number', waiting_team_id: 'string', blocking_team_id: 'string', year: 'number', issue_ids: 'string[]', from_at: 'Date[]', to_at: 'Date[]', shares: 'number[]', kinds: 'number[]', blocker_ends: 'number[]', blocker_issue_ids: 'string[]', until_at: 'Date | null' },
  webhook: { organization_id: 'string', connection_id: 'string', secret: 'string', external_id: 'string | null', expires_at: 'Date | null', refusal: 'string | null', tried_at: 'Date | null', last_delivery_at: 'Date | null', created_at: 'Date' },
  webhook_delivery: { organization_id: 'string', connection_id: 'string', delivery_id: 'string', received_at: 'Date' },
  workflow_status: { organization_id: 'string', id: 'string', connection_id: 'string', external_id: 'string', team_id: 'string | null', name: 'string', tracker_type: 'string', category: 'string | null' },
};
