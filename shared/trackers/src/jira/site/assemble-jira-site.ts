import { z } from 'zod';
import type { KeptItem } from '../../tracker.ts';
import { type FieldPayload, fieldPayload } from '../payloads/field.ts';
import { type IssueTypePayload, issueTypePayload } from '../payloads/issue-type.ts';
import { linkTypePayload } from '../payloads/link-type.ts';
import { namedPayload } from '../payloads/named.ts';
import { projectPayload } from '../payloads/project.ts';
import { jiraId, text } from '../payloads/scalars.ts';
import { serverInfoPayload } from '../payloads/server-info.ts';
import { type SprintPayload, sprintPayload } from '../payloads/sprint.ts';
import { statusPayload } from '../payloads/status.ts';
import { findFields, type JiraFields } from './find-fields.ts';
import type { JiraMapping } from './jira-mapping.ts';
import type { JiraSite, SiteIssueType, SiteProject, SiteSprint, SiteStatus } from './jira-site.ts';
import { decideInitiativeLevel, decideLevel, epicLevel, isDefectType, issueLevel } from './levels.ts';
import { proposeDirection, type SiteLinkType } from './links/link-direction.ts';
import { makePhraseBook } from './links/phrase-book.ts';
import { personIdOf } from './person-id.ts';
import { rankPriorities } from './rank-priorities.ts';
import { readSiteItems, siteKinds } from './site-item.ts';
import { begunAtOf } from './sprint-begin.ts';
import { categoryOfPastStatus, categoryOfStatus } from './statuses/status-category.ts';
import { makeTeamFinder } from './teams/find-team.ts';

export interface SiteParts {
  readonly connectionId: string;
  /** The address the user gave: what links into the site begin with, where the site does not say. */
  readonly connectionUrl: string;
  readonly mapping: JiraMapping;
  /** All that is kept under `allSiteKinds`, in whatever order. */
  readonly items: readonly KeptItem[];
}

export const pastStatusItem = z.object({ id: jiraId, name: text });
export const pastPhraseItem = z.object({ text, typeId: jiraId, phrase: z.enum(['inward', 'outward']) });
export const sprintProjectItem = z.object({ sprintId: jiraId.nullish(), projectId: jiraId });
type SprintInProject = z.output<typeof sprintProjectItem>;
export const typeInUseItem = z.object({ issueTypeId: jiraId });
export const epicTypeItem = z.object({ issueTypeId: jiraId });
export const personNameItem = z.object({ name: text, personId: text });
export const planItem = z.object({ key: text, id: jiraId });
export const awaitedPlanItem = z.object({ key: text });
const mark = z.object({ isLearned: z.boolean().optional() });
type Learned = z.output<typeof mark>;
/** A payload, and whether an issue taught it. */
function learned<Schema extends z.ZodType<object>>(schema: Schema) {
  return z.intersection(schema, mark);
}

/** What a site is, from what it told and what its issues taught, and what the user makes of it. */
export function assembleJiraSite({ connectionId, connectionUrl, mapping, items }: SiteParts): JiraSite {
  const read = <Schema extends z.ZodType>(kind: (typeof siteKinds)[keyof typeof siteKinds], schema: Schema) =>
    readSiteItems(items, kind, schema);
  const [server] = read(siteKinds.serverInfo, serverInfoPayload);
  const projects = assembleProjects(read(siteKinds.project, projectPayload));
  const linkTypes = read(siteKinds.linkType, linkTypePayload).map((type): SiteLinkType => {
    const proposal = proposeDirection(type);
    return { ...type, ...proposal, blocks: mapping.linkTypes[type.id]?.blocks ?? proposal.proposed };
  });
  const issueTypes = assembleIssueTypes(items, mapping);
  const sprintsInProjects = read(siteKinds.sprintProject, sprintProjectItem);
  const projectsOfSprints = Map.groupBy(sprintsInProjects, ({ sprintId }) => sprintId);
  const levelOf = new Map(issueTypes.map(({ id, level }) => [id, level]));
  const listedFields = read(siteKinds.field, fieldPayload);
  const personNames = read(siteKinds.personName, personNameItem);
  const typesInUse = new Set(read(siteKinds.typeInUse, typeInUseItem).map(({ issueTypeId }) => issueTypeId));
  const levelsInUse = new Set([...typesInUse].map((id) => levelOf.get(id) ?? issueLevel));
  return {
    connectionId,
    deployment: server?.deploymentType?.toLowerCase() === 'cloud' ? 'cloud' : 'server',
    browseUrl: (server?.baseUrl ?? connectionUrl).replace(/\/+$/, ''),
    mapping,
    fields: fieldsOf(listedFields, mapping),
    fieldNames: new Map(listedFields.map(({ id, name }) => [id, name.trim().toLowerCase()])),
    statuses: byId(assembleStatuses(items, mapping)),
    linkTypes: byId(linkTypes),
    phrases: makePhraseBook(linkTypes, read(siteKinds.pastPhrase, pastPhraseItem)),
    issueTypes: byId(issueTypes),
    initiativeLevel: decideInitiativeLevel(mapping.initiativeLevel, levelsInUse),
    levelsInUse,
    typesInUse,
    projects: byId(projects),
    projectIdByKey: new Map(projects.map(({ id, key }) => [key, id])),
    sprints: byId(
      read(siteKinds.sprint, learned(sprintPayload)).map((sprint) => assembleSprint(sprint, projectsOfSprints.get(sprint.id) ?? [])),
    ),
    sprintProjects: new Set(sprintsInProjects.map(({ projectId }) => projectId)),
    priorities: rankPriorities(read(siteKinds.priority, namedPayload)),
    personIds: personIdsOf(personNames),
    personNames: new Set(personNames.map(({ name }) => name)),
    planIds: new Map(read(siteKinds.plan, planItem).map(({ key, id }) => [key, id])),
    awaitedPlanKeys: new Set(read(siteKinds.awaitedPlan, awaitedPlanItem).map(({ key }) => key)),
    teams: makeTeamFinder(mapping),
  };
}

function fieldsOf(listed: readonly FieldPayload[], { teams }: JiraMapping): JiraFields {
  const found = findFields(listed);
  return { ...found, team: teams.field ?? found.team };
}

function assembleProjects(projects: readonly z.output<typeof projectPayload>[]): SiteProject[] {
  return projects.map(({ id, key, name, lead }) => ({ id, key, name: name ?? key, leadId: personIdOf(lead) }));
}

function assembleStatuses(items: readonly KeptItem[], mapping: JiraMapping): SiteStatus[] {
  const decide = (status: SiteStatus): SiteStatus => {
    const chosen = mapping.statuses[status.id];
    return chosen === undefined ? status : { ...status, category: chosen, isDecided: true };
  };
  const today = readSiteItems(items, siteKinds.status, learned(statusPayload)).map((status): SiteStatus => {
    const trackerCategory = status.statusCategory?.key ?? null;
    return {
      id: status.id,
      name: status.name,
      trackerCategory,
      category: categoryOfStatus(trackerCategory, status),
      isDecided: false,
      isLearned: status.isLearned ?? false,
    };
  });
  const known = new Set(today.map(({ id }) => id));
  const past = readSiteItems(items, siteKinds.pastStatus, pastStatusItem)
    .filter(({ id }) => !known.has(id))
    .map(({ id, name }): SiteStatus => {
      const category = categoryOfStatus(categoryOfPastStatus(id, name, today), { name, untranslatedName: null });
      return { id, name, trackerCategory: null, category, isDecided: false, isLearned: true };
    });
  return [...today, ...past].map(decide);
}

function assembleIssueTypes(items: readonly KeptItem[], mapping: JiraMapping): SiteIssueType[] {
  const types = readSiteItems(items, siteKinds.issueType, issueTypePayload);
  const shown = new Set(readSiteItems(items, siteKinds.epicType, epicTypeItem).map(({ issueTypeId }) => issueTypeId));
  const levelOf = (type: IssueTypePayload, isEpicType: boolean) => decideLevel(type, { chosen: mapping.levels[type.id], isEpicType });
  // An issue that once was an epic may still carry an epic's name: that says something only where no type is plainly epic.
  const isEpicPlain = types.some((type) => levelOf(type, false) === epicLevel);
  return types.map((type) => ({
    id: type.id,
    name: type.name,
    level: levelOf(type, !isEpicPlain && shown.has(type.id)),
    isDefect: isDefectType(type, mapping.defectTypes),
  }));
}

function assembleSprint(sprint: SprintPayload & Learned, inProjects: readonly SprintInProject[]): SiteSprint {
  const { id, name, startDate, endDate, completeDate, isLearned = false } = sprint;
  return {
    id,
    name: name ?? `Sprint ${id}`,
    begunAt: begunAtOf(sprint),
    startsAt: startDate,
    endsAt: endDate,
    completedAt: completeDate,
    projectIds: new Set(inProjects.map(({ projectId }) => projectId)),
    isLearned,
  };
}

/** A name that somebody else's id is, because people may take over names, tells nobody. */
function personIdsOf(named: readonly z.output<typeof personNameItem>[]): ReadonlyMap<string, string> {
  const ids = new Set(named.map(({ personId }) => personId));
  return new Map(named.filter(({ name }) => !ids.has(name)).map(({ name, personId }) => [name, personId]));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
