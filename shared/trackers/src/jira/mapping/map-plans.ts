import type { ProjectDependencyRow, ProjectInitiativeRow } from '../../fact-rows.ts';
import type { Mapped, MappingProblem } from '../../mapped.ts';
import { orderEntries } from '../histories/order-entries.ts';
import type { HistoryEntry } from '../payloads/changelog.ts';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { epicLevel, issueLevel } from '../site/levels.ts';
import { parentOf } from '../site/parent-of.ts';
import { idOf } from './ids.ts';
import { mapLinkHistory } from './map-link-history.ts';
import { betweenLevels, directedLinksOf } from './map-links.ts';
import { mapPlan } from './map-plan.ts';

/** An issue above level 0. Without its history links from it are dated by what is known else. */
export interface PlanWithHistory {
  readonly issue: IssuePayload;
  readonly histories: readonly HistoryEntry[] | null;
}

/** More levels than any site has; a chain that is longer leads in a circle. */
const maxLevels = 20;

/** Everything that the plans of a site say: themselves, and together. */
export function mapPlans(site: JiraSite, plans: readonly PlanWithHistory[]): Mapped {
  const each = plans.map(({ issue, histories }) => mapPlan(site, issue, histories));
  const tree = mapPlanTree(site, plans);
  return {
    rows: {
      project: each.flatMap(({ rows }) => rows.project ?? []),
      initiative: each.flatMap(({ rows }) => rows.initiative ?? []),
      initiative_owner_change: each.flatMap(({ rows }) => rows.initiative_owner_change ?? []),
      ...tree.rows,
    },
    placeholders: { person: each.flatMap(({ placeholders }) => [...(placeholders?.person ?? [])]) },
    noLonger: {
      issue: each.flatMap(({ noLonger }) => [...(noLonger?.issue ?? [])]),
      project: each.flatMap(({ noLonger }) => [...(noLonger?.project ?? [])]),
      initiative: each.flatMap(({ noLonger }) => [...(noLonger?.initiative ?? [])]),
    },
    problems: [...each.flatMap(({ problems }) => [...(problems ?? [])]), ...(tree.problems ?? [])],
  };
}

/** What all plans of a site say together: which epics belong to which initiatives, and which epics block which. Whole sets. */
function mapPlanTree(site: JiraSite, plans: readonly PlanWithHistory[]): Mapped {
  const byId = new Map(plans.map((plan) => [plan.issue.id, plan]));
  const levelOf = ({ issue }: PlanWithHistory) => site.issueTypes.get(issue.fields.issuetype.id)?.level ?? issueLevel;
  const epics = plans.filter((plan) => levelOf(plan) === epicLevel);
  const project_initiative = epics.flatMap((epic): ProjectInitiativeRow[] => {
    let ancestor: PlanWithHistory | undefined = epic;
    for (let step = 0; step < maxLevels && ancestor !== undefined && levelOf(ancestor) !== site.initiativeLevel; step++)
      ancestor = byId.get(parentOf(site, ancestor.issue)?.id ?? '');
    if (ancestor === undefined || levelOf(ancestor) !== site.initiativeLevel) return [];
    return [{ project_id: idOf(site, 'project', epic.issue.id), initiative_id: idOf(site, 'initiative', ancestor.issue.id) }];
  });
  const links = mapPlanLinks(site, epics, byId);
  return { rows: { project_initiative, project_dependency: links.rows }, problems: links.problems };
}

function mapPlanLinks(
  site: JiraSite,
  epics: readonly PlanWithHistory[],
  byId: ReadonlyMap<string, PlanWithHistory>,
): { rows: ProjectDependencyRow[]; problems: MappingProblem[] } {
  const rows = new Map<string, ProjectDependencyRow>();
  const problems: MappingProblem[] = [];
  for (const plan of epics) {
    for (const { id, other, otherLevel, side } of directedLinksOf(site, plan.issue)) {
      if (otherLevel !== epicLevel) problems.push(betweenLevels(plan.issue.key, other.key));
      const far = byId.get(other.id ?? '');
      if (otherLevel !== epicLevel || far === undefined) continue;
      const [blocker, blocked] = side === 'blocker' ? [plan, far] : [far, plan];
      const since = linkedSince(site, plan, far) ?? linkedSince(site, far, plan) ?? laterOf(plan, far);
      const known = rows.get(id);
      rows.set(id, {
        id: idOf(site, 'project-dependency', id),
        external_id: id,
        blocker_project_id: idOf(site, 'project', blocker.issue.id),
        blocked_project_id: idOf(site, 'project', blocked.issue.id),
        from_at: known !== undefined && known.from_at < since ? known.from_at : since,
        to_at: null,
      });
    }
  }
  return { rows: [...rows.values()], problems };
}

/** When the one last linked the other, by its own history. */
function linkedSince(site: JiraSite, { issue, histories }: PlanWithHistory, other: PlanWithHistory): string | null {
  if (histories === null) return null;
  const { changes } = mapLinkHistory(site, issue, orderEntries(site, histories));
  return changes.findLast(({ action, other_key }) => action === 'added' && other_key === other.issue.key)?.at ?? null;
}

/** Neither tells when: they cannot have been linked before both were there. */
function laterOf(a: PlanWithHistory, b: PlanWithHistory): string {
  return a.issue.fields.created > b.issue.fields.created ? a.issue.fields.created : b.issue.fields.created;
}
