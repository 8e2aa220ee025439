import type { IssueRow } from '../../fact-rows.ts';
import type { Mapped, MappingProblem } from '../../mapped.ts';
import { statusToday, teamToday } from '../histories/issue-today.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { epicLevel, issueLevel } from '../site/levels.ts';
import { parentOf } from '../site/parent-of.ts';
import { numberIn, sprintsOf } from '../site/read-custom.ts';
import { categoryOfEffective } from '../site/statuses/effective-status.ts';
import type { JiraTeam } from '../site/teams/find-team.ts';
import { idOf, personRef, teamIdOf } from './ids.ts';
import { mapLinks } from './map-links.ts';
import { mapStatusById } from './map-statuses.ts';
import { mapTeam } from './map-team.ts';

/** Whether it is a plan (an epic, or above) rather than an issue. */
export function isPlan(site: JiraSite, { fields }: IssuePayload): boolean {
  return (site.issueTypes.get(fields.issuetype.id)?.level ?? issueLevel) > issueLevel;
}

/**
 * An issue as it is today, and its blocking links. Its history is `mapHistory`'s; of a plan there is nothing here. `project_id` null
 * beside a `parent_id`: the issue belongs to whatever its parent does.
 */
export function mapIssue(site: JiraSite, issue: IssuePayload): Mapped {
  const id = idOf(site, 'issue', issue.id);
  if (isPlan(site, issue)) return { rows: {}, noLonger: { issue: [id] } };
  const { fields } = issue;
  const statusId = statusToday(site, issue);
  const answer = teamToday(site, issue);
  const team = typeof answer === 'string' ? null : answer;
  const category = categoryOfEffective(site, statusId);
  const endedAt = fields.resolutiondate ?? fields.statuscategorychangedate;
  const row: IssueRow = {
    id,
    external_id: issue.id,
    key: issue.key,
    title: fields.summary ?? '',
    url: `${site.browseUrl}/browse/${issue.key}`,
    team_id: team === null ? null : teamIdOf(site, team),
    status_id: idOf(site, 'status', statusId),
    ...placeOf(site, issue),
    milestone_id: null,
    cycle_id: cycleOf(site, issue),
    assignee_id: personRef(site, fields.assignee),
    creator_id: personRef(site, fields.creator),
    priority: fields.priority === null ? null : (site.priorities.get(fields.priority.id) ?? null),
    estimate: numberIn(issue, site.fields.storyPoints),
    due_on: fields.duedate,
    labels: [...new Set([...fields.labels, ...fields.components.map(({ name }) => name)])].sort(),
    is_defect: site.issueTypes.get(fields.issuetype.id)?.isDefect ?? false,
    created_at: fields.created,
    updated_at: fields.updated ?? fields.created,
    started_at: category === 'started' ? fields.statuscategorychangedate : null,
    completed_at: category === 'completed' ? endedAt : null,
    canceled_at: category === 'canceled' ? endedAt : null,
    closed_at: null,
    is_stub: false,
  };
  const { links, stubs, keys, problems } = mapLinks(site, issue);
  return {
    rows: {
      issue: [row],
      issue_key: [{ key: issue.key, issue_id: id }, ...keys],
      issue_link: links,
      team: team === null ? [] : [mapTeam(site, team)],
      workflow_status: mapStatusById(site, fields.status.id),
    },
    placeholders: { issue: stubs },
    noLonger: { project: [idOf(site, 'project', issue.id)], initiative: [idOf(site, 'initiative', issue.id)] },
    problems: [...problems, ...(team?.isOneOfSeveral ? [ambiguousTeam(issue, team)] : [])],
  };
}

function placeOf(site: JiraSite, issue: IssuePayload): Pick<IssueRow, 'parent_id' | 'project_id'> {
  const parent = parentOf(site, issue);
  if (parent?.id == null) return { parent_id: null, project_id: null };
  const isEpic = parent.level === epicLevel;
  return { parent_id: idOf(site, 'issue', parent.id), project_id: isEpic ? idOf(site, 'project', parent.id) : null };
}

/** The sprint it is in, or was in last. */
function cycleOf(site: JiraSite, issue: IssuePayload): string | null {
  const rank = (id: string) => site.sprints.get(id)?.begunAt ?? Number.NEGATIVE_INFINITY;
  const [last] = sprintsOf(issue, site.fields).sort((a, b) => rank(b.id) - rank(a.id));
  return last === undefined || !site.sprints.get(last.id)?.startsAt ? null : idOf(site, 'cycle', last.id);
}

function ambiguousTeam(issue: IssuePayload, team: JiraTeam): MappingProblem {
  const carried = [...issue.fields.components.map(({ name }) => name), ...issue.fields.labels].join(', ');
  return {
    kind: 'ambiguous-team',
    subject: issue.key,
    detail: `${carried} say several teams, of which ${team.name} is the first by name: a rule, or the order of the groups, may say another`,
  };
}
