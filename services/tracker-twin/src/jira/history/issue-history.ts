import type { Issue, IssueHistory } from '../../company/issue.ts';
import type { User } from '../../company/team.ts';
import { findSubtaskParent } from '../site/issue-types.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { resolutionOf } from '../site/resolutions.ts';
import { statusOfState } from '../site/statuses.ts';
import { assigneeItem, changeItem, customItem, plainItem, resolutionItems, statusItems } from './change-items.ts';
import type { ChangeItem, History } from './history.ts';
import { linkItem } from './link-items.ts';
import { moveItems } from './move-items.ts';
import { sprintItems } from './sprint-items.ts';
import { deriveDelayMs, isTold, listToldLinks } from './told-entries.ts';

/** Room for the entries of one issue between its ids and those of the next. */
const IDS_PER_ISSUE = 100_000;

/** An issue's changelog out of what the company remembers, oldest first. Its creation leaves no entry. */
export function listIssueHistory(site: JiraSite, issue: Issue): History[] {
  const firstId = site.numbers.of('issue', issue) * IDS_PER_ISSUE;
  return issue.history.flatMap((entry, place) => {
    const items = isTold(entry) ? listItems(site, issue, entry) : [];
    if (items.length === 0) return [];
    return { id: firstId + place, at: entry.createdAt + deriveDelayMs(entry, site.linkSkewMs), author: findAuthor(site, entry), items };
  });
}

function listItems(site: JiraSite, issue: Issue, entry: IssueHistory): ChangeItem[] {
  const { edition, fields } = site;
  const items: ChangeItem[] = listToldLinks(entry).map((change) => linkItem(edition, change, entry.createdAt));
  if (entry.toTeam) items.push(...moveItems(site, issue, entry));
  if (entry.fromState && entry.toState) {
    items.push(...statusItems(statusOfState(site, entry.fromState, entry.createdAt), statusOfState(site, entry.toState, entry.createdAt)));
    items.push(...resolutionItems(resolutionOf(entry.fromState.type), resolutionOf(entry.toState.type)));
  }
  if (entry.toAssignee !== undefined) items.push(assigneeItem(site, entry.fromAssignee ?? null, entry.toAssignee));
  if (entry.toProject !== undefined && !findSubtaskParent(issue)) items.push(epicItem(site, entry));
  if (entry.toCycle !== undefined && site.settings.hasSprints) items.push(...sprintItems(site, issue, entry));
  if (entry.toPriority !== undefined) {
    const name = (rank = 0) => (rank === 0 ? null : { id: String(rank), name: edition.priorityNames[rank - 1] ?? '' });
    items.push(changeItem('priority', name(entry.fromPriority), name(entry.toPriority)));
  }
  if (entry.toEstimate !== undefined) {
    const value = (estimate: number | null | undefined) => (estimate == null ? null : { id: '', name: String(estimate) });
    items.push(customItem('Story Points', fields.storyPoints, value(entry.fromEstimate), value(entry.toEstimate)));
  }
  if (entry.toTitle !== undefined) {
    items.push({ ...changeItem('summary', null, null), fromString: entry.fromTitle ?? null, toString: entry.toTitle });
  }
  return items;
}

/** Cloud tells of a parent, Data Center of an epic link. */
function epicItem(site: JiraSite, { fromProject, toProject }: IssueHistory): ChangeItem {
  const side = (project: IssueHistory['toProject']) =>
    project ? { id: String(site.numbers.of('issue', project)), name: site.planKeys.keyOf(project) } : null;
  const [from, to] = [side(fromProject), side(toProject)];
  return site.isCloud ? plainItem('IssueParentAssociation', from, to) : customItem('Epic Link', site.fields.epicLink, from, to);
}

/** Robots write in the name of an app; what nobody did has no author. */
function findAuthor({ company }: JiraSite, { actor, botActor }: IssueHistory): User | null {
  if (actor || !botActor) return actor;
  return company.users.all.find(({ app }) => app) ?? null;
}
