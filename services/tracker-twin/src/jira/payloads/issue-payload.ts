import { keyOf } from '../site/find-subject.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { Row } from '../site/row.ts';
import type { FieldReader } from './issue-fields.ts';

export interface IssueView {
  readonly site: JiraSite;
  readonly readers: ReadonlyMap<string, FieldReader>;
}

/** An issue with the fields that were asked for; without any, its id and nothing else. */
export function presentIssue({ site, readers }: IssueView, row: Row, fields: readonly string[]) {
  const asked = decideFields(fields, readers);
  const id = String(row.number);
  if (asked.length === 0 && !fields.some((field) => field !== 'id')) return { id };
  const values = site.fieldValues.get(row.subject.of);
  const read = (field: string) => (values?.has(field) ? values.get(field) : readers.get(field)?.(row));
  const shown = asked.map((field) => [field, read(field)] as const);
  return {
    expand: 'operations,versionedRepresentations,editmeta,changelog,renderedFields',
    id,
    self: `${site.baseUrl}/rest/api/2/issue/${id}`,
    key: keyOf(site, row.subject),
    fields: Object.fromEntries(shown.filter(([, value]) => value !== undefined)),
  };
}

/** `*all` and `*navigable` stand for every field, `-` takes one out again; unknown ones are passed over. */
function decideFields(asked: readonly string[], readers: ReadonlyMap<string, FieldReader>): string[] {
  const isOnlyLess = asked.length > 0 && asked.every((field) => field.startsWith('-'));
  const isAll = isOnlyLess || asked.includes('*all') || asked.includes('*navigable');
  const without = new Set(asked.filter((field) => field.startsWith('-')).map((field) => field.slice(1)));
  const fields = isAll ? [...readers.keys()] : asked.filter((field) => readers.has(field));
  return fields.filter((field) => !without.has(field));
}
