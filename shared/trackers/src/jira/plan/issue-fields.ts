import { z } from 'zod';
import type { FieldPayload } from '../payloads/field.ts';

/** Fields every Jira has, of which something is read. */
const baseFields = [
  'summary',
  'status',
  'issuetype',
  'project',
  'created',
  'updated',
  'assignee',
  'creator',
  'reporter',
  'priority',
  'resolution',
  'resolutiondate',
  'statuscategorychangedate',
  'duedate',
  'labels',
  'components',
  'issuelinks',
  'parent',
  'description',
] as const;

/** What makes the custom fields that mean something here, or may come to mean something when the user says so: teams and owners. */
const wantedTypes: readonly RegExp[] = [
  /^com\.pyxis\.greenhopper\.jira:(gh-epic-link|gh-epic-label|gh-sprint|jsw-story-points)$/,
  /^com\.atlassian\.jpo:jpo-custom-field-(parent|baseline-start|baseline-end)$/,
  /:(atlassian-team|rm-teams-custom-field-team)$/,
  /customfieldtypes:(multicheckboxes|float|datepicker|userpicker|select|radiobuttons)$/,
];
/** Each is a few bytes in every issue, most of them empty. The first kinds come first. */
const maxCustomFields = 80;

/** Stands for every field, where the site does not list them. */
const allFields = ['*all'] as const;

/** What an issue is asked for. @param named custom fields that the user has chosen */
export function fieldsToAsk(fields: readonly FieldPayload[], named: readonly string[]): readonly string[] {
  if (fields.length === 0) return allFields;
  const rank = ({ schema }: FieldPayload) => wantedTypes.findIndex((type) => type.test(schema?.custom ?? ''));
  const wanted = fields
    .filter((field) => field.id.startsWith('customfield_') && rank(field) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id }) => id);
  return [...baseFields, ...new Set([...named, ...wanted.slice(0, maxCustomFields)])];
}

const bareIssue = z.looseObject({ id: z.string(), fields: z.record(z.string(), z.unknown()) });
const base: ReadonlySet<string> = new Set(baseFields);
/** Longer ones are texts and dumps of objects. */
const maxCustomLength = 2_000;

/** The issue without fields that were not asked for: some servers send them all the same. */
export function keepAskedFields(issue: unknown, asked: readonly string[]): unknown {
  const parsed = bareIssue.safeParse(issue);
  if (!parsed.success) return issue;
  const isAsked = new Set(asked);
  const keepsAll = isAsked.has('*all');
  const kept = Object.entries(parsed.data.fields).filter(([id, value]) => {
    if (base.has(id) || isAsked.has(id)) return true;
    return keepsAll && id.startsWith('customfield_') && value !== null && JSON.stringify(value).length <= maxCustomLength;
  });
  return { ...parsed.data, fields: Object.fromEntries(kept) };
}
