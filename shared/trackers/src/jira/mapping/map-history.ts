import type { Step } from '@speedtax/domain';
import type { IssueChangeRow, IssueKeyRow, PersonRow, StatusRow, TeamRow } from '../../fact-rows.ts';
import type { Mapped } from '../../mapped.ts';
import { type ReplayedIssue, replayIssue } from '../histories/replay-issue.ts';
import type { HistoryEntry } from '../payloads/changelog.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import { issueKey } from '../site/issue-key.ts';
import type { JiraSite, SiteStatus } from '../site/jira-site.ts';
import { baseStatusId } from '../site/statuses/effective-status.ts';
import type { JiraTeam } from '../site/teams/find-team.ts';
import { idOf, personIdFor, teamIdOf } from './ids.ts';
import { mapFlags } from './map-flags.ts';
import { isPlan } from './map-issue.ts';
import { mapLinkHistory } from './map-link-history.ts';
import { personStub } from './map-people.ts';
import { mapStatus, problemsOfStatuses } from './map-statuses.ts';
import { mapTeam } from './map-team.ts';
import { mapTextMentions } from './map-text-mentions.ts';

/** All dated changes of one issue that figures need; the order of the entries does not matter. Of a plan there is nothing here. */
export function mapHistory(site: JiraSite, issue: IssuePayload, histories: readonly HistoryEntry[]): Mapped {
  if (isPlan(site, issue)) return { rows: {} };
  const replayed = replayIssue(site, issue, histories);
  const links = mapLinkHistory(site, issue, replayed.items);
  const assignees = mapAssignees(site, issue, replayed);
  const statuses = mapStatusSteps(site, issue, replayed);
  const teams = mapTeamSteps(site, issue, replayed);
  return {
    rows: {
      issue_change: [...statuses.changes, ...teams.changes, ...assignees.changes, ...mapParents(site, issue, replayed)],
      issue_link_change: links.changes,
      issue_key: keysOf(site, issue, replayed),
      issue_flag: mapFlags(site, issue, replayed),
      issue_mention: mapTextMentions(site, issue, histories),
      workflow_status: statuses.rows,
    },
    placeholders: { team: teams.rows, person: assignees.people, workflow_status: statuses.unknown },
    problems: [...links.problems, ...problemsOfStatuses(statuses.known)],
  };
}

function mapStatusSteps(
  site: JiraSite,
  issue: IssuePayload,
  replayed: ReplayedIssue,
): { changes: IssueChangeRow[]; known: SiteStatus[]; rows: StatusRow[]; unknown: StatusRow[] } {
  const bases = new Set(replayed.status.map(({ value }) => baseStatusId(value)));
  const known = [...bases].flatMap((id) => site.statuses.get(id) ?? []);
  return {
    changes: changesOf(site, issue, replayed, 'status', replayed.status, (id) => idOf(site, 'status', id)),
    known,
    rows: known.flatMap((status) => mapStatus(site, status)),
    unknown: [...bases].filter((id) => !site.statuses.has(id)).map((id) => unknownStatus(site, id)),
  };
}

function unknownStatus(site: JiraSite, id: string): StatusRow {
  return { id: idOf(site, 'status', id), external_id: id, team_id: null, name: 'Unknown', tracker_type: 'unknown', category: null };
}

function mapTeamSteps(site: JiraSite, issue: IssuePayload, replayed: ReplayedIssue): { changes: IssueChangeRow[]; rows: TeamRow[] } {
  const steps: readonly Step<JiraTeam | null>[] = replayed.team;
  return {
    changes: changesOf(site, issue, replayed, 'team', steps, (team) => (team === null ? null : teamIdOf(site, team))),
    rows: steps.flatMap(({ value }) => (value === null ? [] : [mapTeam(site, value)])),
  };
}

/** What changed from step to step. An instant has one step, so it names the change where no entry does. */
function changesOf<V>(
  site: JiraSite,
  issue: IssuePayload,
  { items }: ReplayedIssue,
  field: IssueChangeRow['field'],
  steps: readonly Step<V>[],
  idOfValue: (value: V) => string | null,
): IssueChangeRow[] {
  const issueId = idOf(site, 'issue', issue.id);
  return steps.flatMap(({ at, value }, place) => {
    const before = steps[place - 1];
    if (before === undefined) return [];
    const entry = items.findLast((item) => item.at === at);
    return [
      {
        issue_id: issueId,
        external_id: entry?.entryId ?? `at:${at}`,
        field,
        at: new Date(at).toISOString(),
        from_id: idOfValue(before.value),
        to_id: idOfValue(value),
      },
    ];
  });
}

function mapAssignees(site: JiraSite, issue: IssuePayload, { items }: ReplayedIssue): { changes: IssueChangeRow[]; people: PersonRow[] } {
  const told = items.filter(({ field, item }) => field === 'assignee' && item.from !== item.to);
  const changes = told.map(({ at, entryId, item }): IssueChangeRow => {
    const personId = (externalId: string | null) => (externalId === null ? null : personIdFor(site, externalId));
    return { ...placeOf(site, issue, at, entryId), field: 'assignee', from_id: personId(item.from), to_id: personId(item.to) };
  });
  const people = told.flatMap(({ item }) => [
    ...(item.from === null ? [] : [personStub(site, item.from, item.fromText)]),
    ...(item.to === null ? [] : [personStub(site, item.to, item.toText)]),
  ]);
  return { changes: oneEach(changes), people };
}

const idPattern = /^\d+$/;

/** Parents that a change names by id; those of old epics are named by key, and today's is in the issue. */
function mapParents(site: JiraSite, issue: IssuePayload, { items }: ReplayedIssue): IssueChangeRow[] {
  const changes = items.flatMap(({ at, entryId, field, item }): IssueChangeRow[] => {
    if (field !== 'parent' || item.from === item.to) return [];
    const parentId = (id: string | null) => (id !== null && idPattern.test(id) ? idOf(site, 'issue', id) : null);
    return [{ ...placeOf(site, issue, at, entryId), field: 'parent', from_id: parentId(item.from), to_id: parentId(item.to) }];
  });
  return oneEach(changes);
}

function placeOf(site: JiraSite, issue: IssuePayload, at: number, entryId: string) {
  return { issue_id: idOf(site, 'issue', issue.id), external_id: entryId, at: new Date(at).toISOString() };
}

/** An entry may tell a field twice: from the first it came, to the last it went. */
function oneEach(changes: readonly IssueChangeRow[]): IssueChangeRow[] {
  const byEntry = new Map<string, IssueChangeRow>();
  for (const change of changes) {
    const before = byEntry.get(change.external_id);
    byEntry.set(change.external_id, before === undefined ? change : { ...change, from_id: before.from_id });
  }
  return [...byEntry.values()];
}

/** Every key it has had: histories of others name it by the key of their time. */
function keysOf(site: JiraSite, issue: IssuePayload, { items }: ReplayedIssue): IssueKeyRow[] {
  const told = items.filter(({ field }) => field === 'key').flatMap(({ item }) => [item.fromText, item.toText]);
  const keys = new Set([issue.key, ...told.filter((key) => issueKey.safeParse(key).success)]);
  return [...keys].flatMap((key) => (key === null ? [] : [{ key, issue_id: idOf(site, 'issue', issue.id) }]));
}
