import type { StatusCategoryName } from '../../../fact-rows.ts';
import { teamToday } from '../../histories/issue-today.ts';
import type { IssuePayload } from '../../payloads/issue.ts';
import { assembleJiraSite, type SiteParts } from '../assemble-jira-site.ts';
import type { JiraMapping, LinkDirection } from '../jira-mapping.ts';
import type { JiraSite } from '../jira-site.ts';
import { issueLevel } from '../levels.ts';

/** What a mapping would make of a site, on issues of its own. What nobody could place comes first everywhere. */
export interface JiraMappingPreview {
  readonly issues: number;
  readonly projects: number;
  readonly teams: readonly TeamPreview[];
  readonly statuses: readonly StatusPreview[];
  readonly linkTypes: readonly LinkTypePreview[];
  readonly levels: readonly LevelPreview[];
  /** The level of initiatives; null: there is nothing above issues. */
  readonly initiativeLevel: number | null;
}

export interface TeamPreview {
  /** null: issues of no team. */
  readonly externalId: string | null;
  readonly name: string | null;
  readonly issues: number;
  /** Keys of a few of its issues. */
  readonly examples: readonly string[];
}

export interface StatusPreview {
  readonly id: string;
  readonly name: string;
  /** null: nobody can tell. */
  readonly category: StatusCategoryName | null;
  readonly isDecided: boolean;
  readonly issues: number;
}

export interface LinkTypePreview {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
  readonly blocks: LinkDirection;
  readonly proposed: LinkDirection;
  readonly isUnclear: boolean;
  readonly links: number;
  /** `ABC-1 blocks ABC-2`, as the direction has it; in the site's own words where it blocks nothing. */
  readonly examples: readonly string[];
}

export interface LevelPreview {
  readonly level: number;
  readonly issueTypes: readonly string[];
  readonly issues: number;
}

const maxExamples = 3;

export function previewJiraMapping(
  parts: Omit<SiteParts, 'mapping'>,
  mapping: JiraMapping,
  issues: readonly IssuePayload[],
): JiraMappingPreview {
  const site = assembleJiraSite({ ...parts, mapping });
  return {
    issues: issues.length,
    projects: new Set(issues.map(({ fields }) => fields.project.id)).size,
    teams: previewTeams(site, issues),
    statuses: previewStatuses(site, issues),
    linkTypes: previewLinkTypes(site, issues),
    levels: previewLevels(site, issues),
    initiativeLevel: site.initiativeLevel,
  };
}

function previewTeams(site: JiraSite, issues: readonly IssuePayload[]): TeamPreview[] {
  const owned = issues
    .filter((issue) => levelOf(site, issue) <= issueLevel)
    .map((issue) => ({ issue, team: teamToday(site, issue) }))
    .map(({ issue, team }) => ({ issue, team: typeof team === 'string' ? null : team }));
  const groups = Map.groupBy(owned, ({ team }) => team?.identity ?? null);
  return [...groups.values()]
    .map((group) => ({
      externalId: group[0]?.team?.externalId ?? null,
      name: group[0]?.team?.name ?? null,
      issues: group.length,
      examples: group.slice(0, maxExamples).map(({ issue }) => issue.key),
    }))
    .sort((a, b) => Number(a.name !== null) - Number(b.name !== null) || b.issues - a.issues);
}

function previewStatuses(site: JiraSite, issues: readonly IssuePayload[]): StatusPreview[] {
  const counts = countBy(issues, ({ fields }) => fields.status.id);
  return [...site.statuses.values()]
    .map(({ id, name, category, isDecided }) => ({ id, name, category, isDecided, issues: counts.get(id) ?? 0 }))
    .sort((a, b) => Number(a.category !== null) - Number(b.category !== null) || b.issues - a.issues || compareText(a.name, b.name));
}

function previewLinkTypes(site: JiraSite, issues: readonly IssuePayload[]): LinkTypePreview[] {
  const seen = new Map<string, { typeId: string; from: string; to: string }>();
  for (const { key, fields } of issues)
    for (const { id, type, inwardIssue, outwardIssue } of fields.issuelinks)
      seen.set(id, { typeId: type.id, from: inwardIssue?.key ?? key, to: outwardIssue?.key ?? key });
  const byType = Map.groupBy(seen.values(), ({ typeId }) => typeId);
  return [...site.linkTypes.values()]
    .map(({ id, name, inward, outward, blocks, proposed, isUnclear }) => {
      const links = byType.get(id) ?? [];
      const say = ({ from, to }: { from: string; to: string }) =>
        blocks === 'outward' ? `${from} blocks ${to}` : blocks === 'inward' ? `${to} blocks ${from}` : `${from} ${outward} ${to}`;
      const examples = links.slice(0, maxExamples).map(say);
      return { id, name, inward, outward, blocks, proposed, isUnclear, links: links.length, examples };
    })
    .sort((a, b) => Number(b.isUnclear) - Number(a.isUnclear) || b.links - a.links || compareText(a.name, b.name));
}

function previewLevels(site: JiraSite, issues: readonly IssuePayload[]): LevelPreview[] {
  const counts = countBy(issues, (issue) => levelOf(site, issue));
  const types = Map.groupBy(site.issueTypes.values(), ({ level }) => level);
  return [...types]
    .map(([level, ofLevel]) => ({ level, issueTypes: ofLevel.map(({ name }) => name).sort(compareText), issues: counts.get(level) ?? 0 }))
    .sort((a, b) => b.level - a.level);
}

function levelOf(site: JiraSite, { fields }: IssuePayload): number {
  return site.issueTypes.get(fields.issuetype.id)?.level ?? issueLevel;
}

function countBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, number> {
  return new Map([...Map.groupBy(items, keyOf)].map(([key, group]) => [key, group.length]));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
