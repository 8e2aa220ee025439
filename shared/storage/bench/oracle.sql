-- The definitions of waiting as one set-based statement over ranges: for companies of which every history has been read and
-- nothing is closed. Answers milliseconds up to the data cut-off by team, and by pair of teams.
with
settings as materialized (select $1::timestamptz as cut_off),
status_steps as (
  select i.id as issue_id, i.created_at as at, '' as place, coalesce(first.from_id, i.status_id::text) as status
  from issue i
  left join (
    select distinct on (issue_id) issue_id, from_id from issue_change where field = 'status' order by issue_id, at, external_id
  ) first on first.issue_id = i.id
  union all
  select issue_id, at, external_id, to_id from issue_change where field = 'status'
),
team_steps as (
  select i.id as issue_id, i.created_at as at, '' as place, coalesce(first.from_id, i.team_id::text) as team
  from issue i
  left join (
    select distinct on (issue_id) issue_id, from_id from issue_change where field = 'team' order by issue_id, at, external_id
  ) first on first.issue_id = i.id
  union all
  select issue_id, at, external_id, to_id from issue_change where field = 'team'
),
status_spans as (
  select issue_id, s.category, tstzrange(at, least(until, cut_off)) as span
  from (
    select issue_id, at, status, lead(at, 1, 'infinity') over (partition by issue_id order by at, place) as until from status_steps
  ) steps
  cross join settings
  join workflow_status s on s.id::text = status
  where at < least(until, cut_off) and s.category in ('triage', 'backlog', 'unstarted', 'started')
),
team_spans as (
  select issue_id, team, tstzrange(at, least(until, cut_off)) as span
  from (select issue_id, at, team, lead(at, 1, 'infinity') over (partition by issue_id order by at, place) as until from team_steps) steps
  cross join settings
  where at < least(until, cut_off)
),
open as materialized (
  select s.issue_id, t.team, s.category in ('unstarted', 'started') as in_play, s.span * t.span as span
  from status_spans s join team_spans t on t.issue_id = s.issue_id and t.span && s.span
),
blocking as (
  select d.blocked_issue_id as issue_id, waiter.team as waiting_team, blocker.team as blocking_team,
    range_agg(tstzrange(d.from_at, least(coalesce(d.to_at, 'infinity'), cut_off)) * blocker.span * waiter.span) as spans
  from dependency d
  cross join settings
  join open blocker on blocker.issue_id = d.blocker_issue_id
  join open waiter on waiter.issue_id = d.blocked_issue_id and waiter.in_play and waiter.team <> blocker.team and waiter.span && blocker.span
  where d.from_at < least(coalesce(d.to_at, 'infinity'), cut_off)
    and tstzrange(d.from_at, least(coalesce(d.to_at, 'infinity'), cut_off)) && (blocker.span * waiter.span)
  group by 1, 2, 3
),
blocked_spans as materialized (
  select issue_id, waiting_team, blocking_team, span from blocking, unnest(spans) as span
),
cuts as (
  select issue_id, waiting_team, lower(span) as at from blocked_spans
  union
  select issue_id, waiting_team, upper(span) from blocked_spans
),
elements as (
  select issue_id, waiting_team, tstzrange(at, until) as span
  from (select *, lead(at) over (partition by issue_id, waiting_team order by at) as until from cuts) cut
  where until is not null
),
shares as (
  select b.waiting_team, b.blocking_team,
    extract(epoch from upper(e.span) - lower(e.span)) * 1000 / count(*) over (partition by e.issue_id, e.waiting_team, e.span) as ms
  from elements e
  join blocked_spans b on b.issue_id = e.issue_id and b.waiting_team = e.waiting_team and b.span @> e.span
)
select team as a, null as b, sum(extract(epoch from upper(span) - lower(span)) * 1000)::float8 as ms from open where in_play group by team
union all
select waiting_team, blocking_team, sum(ms)::float8 from shares group by 1, 2
