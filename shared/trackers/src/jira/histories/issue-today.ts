import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { sprintsOf, teamOf } from '../site/read-custom.ts';
import { effectiveStatusId } from '../site/statuses/effective-status.ts';
import { saysNotDone } from '../site/statuses/status-category.ts';
import type { TeamAnswer } from '../site/teams/find-team.ts';

/* What an issue is today: the last that replaying its history comes to. */

export function statusToday(site: JiraSite, issue: IssuePayload): string {
  const { fields } = issue;
  const circumstances = {
    statusId: fields.status.id,
    projectId: fields.project.id,
    sprintIds: sprintsOf(issue, site.fields).map(({ id }) => id),
    saysNotDone: saysNotDone(fields.resolution),
  };
  return effectiveStatusId(site, circumstances, Number.POSITIVE_INFINITY);
}

export function teamToday(site: JiraSite, issue: IssuePayload): TeamAnswer {
  const { project, components, labels, issuetype } = issue.fields;
  return site.teams({
    project: site.projects.get(project.id) ?? { id: project.id, key: project.key, name: project.name ?? project.key },
    components: components.map(({ name }) => name),
    labels,
    team: teamOf(issue, site.fields.team),
    issueType: { id: issuetype.id, name: site.issueTypes.get(issuetype.id)?.name ?? issuetype.name },
  });
}
