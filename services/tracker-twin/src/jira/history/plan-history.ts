import type { EntryHistory, Initiative, InitiativeStatus, Project, ProjectRelation } from '../../company/initiative.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { resolutionOf } from '../site/resolutions.ts';
import { type SiteStatus, statusOfInitiative, statusOfProject } from '../site/statuses.ts';
import { assigneeItem, resolutionItems, statusItems } from './change-items.ts';
import type { ChangeItem, History } from './history.ts';
import { makeLinkItem, phraseAt } from './link-items.ts';

const IDS_PER_PLAN = 100_000;
const FIRST_RECORDED = 100;
/** Ids of link entries begin above those of any issue; both ends of a link get neighbours. */
const FIRST_LINK_ID = 5_000_000_000_000;

type Plan = Project | Initiative;

/** The changelog of an epic or initiative, oldest first: its dates tell the statuses it went through before any were written down. */
export function listPlanHistory(site: JiraSite, plan: Plan): History[] {
  const firstId = site.numbers.of('issue', plan) * IDS_PER_PLAN;
  const recorded = plan.history.flatMap((entry, place) => {
    const items = readEntry(site, entry);
    return items.length === 0 ? [] : { id: firstId + FIRST_RECORDED + place, at: entry.createdAt, author: plan.creator, items };
  });
  const steps = listSteps(site, plan).map(({ at, items }, place) => ({ id: firstId + place, at, author: plan.creator, items }));
  const links = 'teams' in plan ? listLinkHistory(site, plan) : [];
  return [...steps, ...recorded, ...links];
}

function readEntry(site: JiraSite, { entries }: EntryHistory): ChangeItem[] {
  const { users } = site.company;
  const person = (id: unknown) => (typeof id === 'string' ? (users.get(id) ?? null) : null);
  if (entries.type === 'owner') return [assigneeItem(site, person(entries.fromOwnerId), person(entries.toOwnerId))];
  if (entries.type === 'lead') return [assigneeItem(site, person(entries.fromLeadId), person(entries.toLeadId))];
  if (entries.type !== 'status') return [];
  const [from, to] = [findStatus(site, entries.fromStatus), findStatus(site, entries.toStatus)];
  return from && to ? stepItems(from, to) : [];
}

/** The statuses that a plan's dates tell of, up to the first that was written down. */
function listSteps(site: JiraSite, plan: Plan): { at: number; items: ChangeItem[] }[] {
  const first = plan.history.find(({ entries }) => entries.type === 'status');
  const last = (first && findStatus(site, first.entries.fromStatus)) ?? planStatusOf(site, plan);
  const dates = [plan.startedAt, plan.completedAt ?? plan.canceledAt].filter((at) => at !== null);
  const told = dates.filter((at) => at > plan.createdAt && at < (first?.createdAt ?? Number.POSITIVE_INFINITY));
  const begun = statusOfInitiative(site, 'Planned');
  const working = 'teams' in plan ? workingStatusOf(site) : statusOfInitiative(site, 'Active');
  const path = told.map((at, place) => ({ at, to: place === told.length - 1 ? last : working }));
  return path
    .map(({ at, to }, place) => ({ at, items: stepItems(path[place - 1]?.to ?? begun, to) }))
    .filter(({ items }) => items.length > 0);
}

function stepItems(from: SiteStatus, to: SiteStatus): ChangeItem[] {
  const settle = ({ category, name }: SiteStatus) =>
    category === 'done' ? resolutionOf(name === 'Canceled' ? 'canceled' : 'completed') : null;
  return [...statusItems(from, to), ...resolutionItems(settle(from), settle(to))];
}

export function planStatusOf(site: JiraSite, plan: Plan): SiteStatus {
  return 'teams' in plan ? statusOfProject(site, plan.status) : statusOfInitiative(site, plan.status);
}

/** Entries name a status of projects by its id, one of initiatives by its name. */
function findStatus(site: JiraSite, entry: unknown): SiteStatus | undefined {
  if (typeof entry !== 'string') return undefined;
  const status = site.company.projectStatuses.get(entry);
  return status ? statusOfProject(site, status) : statusOfInitiative(site, entry as InitiativeStatus);
}

function workingStatusOf(site: JiraSite): SiteStatus {
  const status = site.company.projectStatuses.all.find(({ type }) => type === 'started');
  if (!status) throw new Error('No project status of type started');
  return statusOfProject(site, status);
}

function listLinkHistory(site: JiraSite, project: Project): History[] {
  return [
    ...project.relations.map((relation) => makeLinkHistory(site, relation, relation.relatedProject, 'outward')),
    ...project.inverseRelations.map((relation) => makeLinkHistory(site, relation, relation.project, 'inward')),
  ];
}

function makeLinkHistory(site: JiraSite, relation: ProjectRelation, other: Project, end: 'outward' | 'inward'): History {
  const { edition, linkSkewMs, numbers, planKeys } = site;
  const type = edition.linkTypes.blocks;
  const isFirst = end === 'outward';
  const side = isFirst === (type.saidOfFirst === 'outward') ? 'outward' : 'inward';
  const key = planKeys.keyOf(other);
  const sentence = edition.linkSentence(phraseAt(type, side, relation.createdAt), key, relation.createdAt);
  return {
    id: FIRST_LINK_ID + numbers.of('link', relation) * 2 + (isFirst ? 1 : 0),
    at: relation.createdAt + (isFirst ? linkSkewMs : 0),
    author: relation.user,
    items: [makeLinkItem(sentence, key, 'added')],
  };
}
