import type { KeptItem } from '../tracker.ts';
import { type ChangeItem, type HistoryEntry, historyEntry } from './payloads/changelog.ts';
import { type IssuePayload, issuePayload } from './payloads/issue.ts';
import { assembleJiraSite } from './site/assemble-jira-site.ts';
import { type JiraMappingInput, jiraMapping } from './site/jira-mapping.ts';
import type { JiraSite } from './site/jira-site.ts';
import { learnFromHistories } from './site/learning/learn-from-histories.ts';
import { learnFromIssues } from './site/learning/learn-from-issues.ts';
import { siteKinds } from './site/site-item.ts';

/*
 * Stories of Jira sites, told in days: day 0 is the first of January 2026.
 */

export const connectionId = '6f1f6a52-4a4b-4d5e-9d7c-0a1b2c3d4e5f';
const dayMs = 86_400_000;
const firstDay = Date.UTC(2026, 0, 1);

export const day = (n: number): string => new Date(firstDay + n * dayMs).toISOString();
/** As Jira writes it: an offset without a colon. */
const written = (n: number): string => day(n).replace('Z', '+0000');

export const statuses = {
  todo: { id: '1', name: 'To Do', statusCategory: { key: 'new' } },
  doing: { id: '3', name: 'In Progress', statusCategory: { key: 'indeterminate' } },
  done: { id: '6', name: 'Closed', statusCategory: { key: 'done' } },
  backlog: { id: '10', name: 'Backlog', statusCategory: { key: 'new' } },
} as const;

export const types = {
  task: { id: '100', name: 'Task', hierarchyLevel: 0 },
  bug: { id: '101', name: 'Bug', hierarchyLevel: 0 },
  subTask: { id: '102', name: 'Sub-task', subtask: true, hierarchyLevel: -1 },
  epic: { id: '103', name: 'Epic', hierarchyLevel: 1 },
  initiative: { id: '104', name: 'Initiative', hierarchyLevel: 2 },
} as const;

export const linkTypes = {
  blocks: { id: '1000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  relates: { id: '1001', name: 'Relates', inward: 'relates to', outward: 'relates to' },
} as const;

const customField = (id: string, name: string, custom: string): KeptItem => ({
  kind: siteKinds.field,
  externalId: id,
  payload: { id, name, schema: { custom } },
});

export const fields = {
  sprint: 'customfield_1',
  epicLink: 'customfield_2',
  flagged: 'customfield_3',
  team: 'customfield_4',
  points: 'customfield_5',
} as const;

const fieldItems: readonly KeptItem[] = [
  customField(fields.sprint, 'Sprint', 'com.pyxis.greenhopper.jira:gh-sprint'),
  customField(fields.epicLink, 'Epic Link', 'com.pyxis.greenhopper.jira:gh-epic-link'),
  customField(fields.flagged, 'Flagged', 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes'),
  customField(fields.team, 'Team', 'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team'),
  customField(fields.points, 'Story Points', 'com.atlassian.jira.plugin.system.customfieldtypes:float'),
];

/** Projects by key; their ids are made of it. */
export const projectId = (key: string): string => `p-${key}`;
/** Ids of issues are made of their number: `PAY-7` and `WEB-7` are one issue that moved. */
export const issueId = (key: string): string => `9${key.split('-')[1]}`;

/** A site with the usual words; `items` come over them. */
export function tellSite(mapping: JiraMappingInput = {}, items: readonly KeptItem[] = []): JiraSite {
  const usual: readonly KeptItem[] = [
    ...fieldItems,
    ...Object.values(statuses).map((payload) => ({ kind: siteKinds.status, externalId: payload.id, payload })),
    ...Object.values(types).map((payload) => ({ kind: siteKinds.issueType, externalId: payload.id, payload })),
    ...Object.values(linkTypes).map((payload) => ({ kind: siteKinds.linkType, externalId: payload.id, payload })),
    ...['PAY', 'WEB'].map((key) => ({
      kind: siteKinds.project,
      externalId: projectId(key),
      payload: { id: projectId(key), key, name: `The ${key} project` },
    })),
    { kind: siteKinds.serverInfo, externalId: 'server', payload: { baseUrl: 'https://jira.example/', deploymentType: 'Cloud' } },
  ];
  const over = new Set(items.map(({ kind, externalId }) => `${kind}/${externalId}`));
  const kept = [...usual.filter(({ kind, externalId }) => !over.has(`${kind}/${externalId}`)), ...items];
  return assembleJiraSite({ connectionId, connectionUrl: 'https://jira.example', mapping: jiraMapping.parse(mapping), items: kept });
}

/** An issue as Jira sends it, with what a story says of it. */
export function tellIssue(key: string, told: Record<string, unknown> = {}): IssuePayload {
  const project = key.split('-')[0] ?? '';
  return issuePayload.parse({
    id: issueId(key),
    key,
    fields: {
      summary: `What ${key} is about`,
      status: statuses.todo,
      issuetype: types.task,
      project: { id: projectId(project), key: project, name: `The ${project} project` },
      created: written(0),
      updated: written(50),
      ...told,
    },
  });
}

type ToldItem = Partial<Omit<ChangeItem, 'fromText'>> & { readonly field: string; readonly fromText?: string | null };

let entries = 0;

/** An entry of a history. */
export function change(onDay: number, ...items: readonly ToldItem[]): HistoryEntry {
  entries += 1;
  return historyEntry.parse({
    id: String(entries),
    created: written(onDay),
    items: items.map(({ fromText, toText, ...item }) => ({ ...item, fromString: fromText, toString: toText })),
  });
}

type Named = { readonly id: string; readonly name: string };

export function statusChange(onDay: number, from: Named, to: Named): HistoryEntry {
  return change(onDay, { field: 'status', fieldId: 'status', from: from.id, fromText: from.name, to: to.id, toText: to.name });
}

export const linked = (phrase: string, key: string): ToldItem => ({ field: 'Link', to: key, toText: `This issue ${phrase} ${key}` });
export const unlinked = (phrase: string, key: string): ToldItem => ({ field: 'Link', from: key, fromText: `This issue ${phrase} ${key}` });

interface Told {
  readonly issue: IssuePayload;
  readonly histories: readonly HistoryEntry[];
}

/** More rounds than anything takes to be learned from something that was learned. */
const maxRounds = 5;

/** What a site is that tells nothing itself: all of it is learned from its issues, as where every list is refused. */
export function learnSite(told: readonly Told[], mapping: JiraMappingInput = {}, listed: readonly KeptItem[] = []): JiraSite {
  const items = new Map<string, KeptItem>();
  const assemble = () =>
    assembleJiraSite({
      connectionId,
      connectionUrl: 'https://jira.example',
      mapping: jiraMapping.parse(mapping),
      items: [...items.values()],
    });
  for (const item of listed) items.set(`${item.kind}/${item.externalId}`, item);
  for (let round = 0; round < maxRounds; round++) {
    const lessons = [
      learnFromIssues(
        assemble(),
        told.map(({ issue }) => issue),
      ),
      learnFromHistories(assemble(), told),
    ].flat();
    if (lessons.length === 0) return assemble();
    for (const item of lessons) items.set(`${item.kind}/${item.externalId}`, item);
  }
  throw new Error(`A site: expected to be learned in ${maxRounds} rounds`);
}
