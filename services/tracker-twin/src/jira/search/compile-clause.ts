import { JiraRefusal } from '../server/jira-errors.ts';
import { findRow, keyOf, teamOf } from '../site/find-subject.ts';
import { issueTypeOf, listIssueTypes } from '../site/issue-types.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { Row } from '../site/row.ts';
import type { Clause, Comparison } from './parse-jql.ts';
import { readDate } from './read-date.ts';
import type { Token } from './tokenize-jql.ts';

/** A condition that can be asked of a row, and what it says of where such rows can be found. */
export interface Condition {
  readonly test: (row: Row) => boolean;
  /** Rows before these instants cannot meet it. Epoch milliseconds. */
  readonly createdFrom: number;
  readonly updatedFrom: number;
  /** Nothing but these rows can meet it; null where others can. */
  readonly only: readonly Row[] | null;
}

const ANYWHERE = { createdFrom: Number.NEGATIVE_INFINITY, updatedFrom: Number.NEGATIVE_INFINITY, only: null };

/** `isStrict`: a query that names an issue nobody knows is refused; else the issue is passed over. */
export function compileClause(site: JiraSite, clause: Clause, isStrict: boolean): Condition {
  if (clause.kind === 'comparison') return compileComparison(site, clause, isStrict);
  if (clause.kind === 'not') {
    const { test } = compileClause(site, clause.clause, isStrict);
    return { ...ANYWHERE, test: (row) => !test(row) };
  }
  const conditions = clause.clauses.map((part) => compileClause(site, part, isStrict));
  if (clause.kind === 'or') return { ...ANYWHERE, test: (row) => conditions.some(({ test }) => test(row)) };
  return {
    test: (row) => conditions.every(({ test }) => test(row)),
    createdFrom: Math.max(...conditions.map(({ createdFrom }) => createdFrom)),
    updatedFrom: Math.max(...conditions.map(({ updatedFrom }) => updatedFrom)),
    only: conditions.find(({ only }) => only !== null)?.only ?? null,
  };
}

function compileComparison(site: JiraSite, comparison: Comparison, isStrict: boolean): Condition {
  switch (comparison.field.toLowerCase()) {
    case 'updated':
    case 'updateddate':
      return compileDate(site, comparison, 'updatedAt');
    case 'created':
    case 'createddate':
      return compileDate(site, comparison, 'createdAt');
    case 'id':
    case 'key':
    case 'issue':
    case 'issuekey':
      return compileIssue(site, comparison, isStrict);
    case 'project':
      return compileNames(
        comparison,
        (value) => findProject(site, value),
        ({ subject }) => site.numbers.of('project', teamOf(site, subject)),
      );
    case 'issuetype':
    case 'type':
      return compileNames(
        comparison,
        (value) => findIssueType(site, value),
        ({ subject }) => issueTypeOf(site, subject).id,
      );
    default:
      throw new JiraRefusal(400, `Field '${comparison.field}' does not exist or you do not have permission to view it.`);
  }
}

function compileDate(site: JiraSite, { field, operator, values }: Comparison, key: 'updatedAt' | 'createdAt'): Condition {
  const at = readDate(site, field, values[0]?.text ?? '');
  const tests: Partial<Record<Comparison['operator'], (row: Row) => boolean>> = {
    '>=': (row) => row[key] >= at,
    '>': (row) => row[key] > at,
    '<=': (row) => row[key] <= at,
    '<': (row) => row[key] < at,
    '=': (row) => row[key] === at,
  };
  const test = tests[operator];
  if (!test) throw refuseOperator(field, operator);
  const isFrom = operator === '>=' || operator === '>' || operator === '=';
  return { ...ANYWHERE, ...(isFrom && { [key === 'updatedAt' ? 'updatedFrom' : 'createdFrom']: at }), test };
}

/** One that is not there, or not to be seen, spoils the whole query of who is strict. */
function compileIssue(site: JiraSite, comparison: Comparison, isStrict: boolean): Condition {
  const rows = comparison.values.flatMap(({ text }) => {
    const row = findRow(site, text);
    if (row || !isStrict) return row ?? [];
    const isId = /^\d+$/.test(text);
    throw new JiraRefusal(
      400,
      isId
        ? `A value with ID '${text}' does not exist for the field '${comparison.field}'.`
        : `An issue with key '${text}' does not exist for field '${comparison.field}'.`,
    );
  });
  const wanted = new Set(rows);
  switch (comparison.operator) {
    case '=':
    case 'in':
      return { ...ANYWHERE, only: [...wanted], test: (row) => wanted.has(row) };
    case '!=':
    case 'not in':
      return { ...ANYWHERE, test: (row) => !wanted.has(row) };
    default:
      return rows[0] ? compileIssueRange(site, comparison, rows[0]) : { ...ANYWHERE, only: [], test: () => false };
  }
}

/** Keys and ids have an order: the numbers of one project, the numbers of the site. */
function compileIssueRange(site: JiraSite, { field, operator, values }: Comparison, bound: Row): Condition {
  const isId = /^\d+$/.test(values[0]?.text ?? '');
  const team = teamOf(site, bound.subject);
  const numberOf = ({ number, subject }: Row) => (isId ? number : Number(keyOf(site, subject).split('-').at(-1)));
  const isComparable = ({ subject }: Row) => isId || teamOf(site, subject) === team;
  const least = numberOf(bound);
  const tests: Partial<Record<Comparison['operator'], (row: Row) => boolean>> = {
    '>=': (row) => isComparable(row) && numberOf(row) >= least,
    '>': (row) => isComparable(row) && numberOf(row) > least,
    '<=': (row) => isComparable(row) && numberOf(row) <= least,
    '<': (row) => isComparable(row) && numberOf(row) < least,
  };
  const test = tests[operator];
  if (!test) throw refuseOperator(field, operator);
  return { ...ANYWHERE, test };
}

function compileNames<T>({ field, operator, values }: Comparison, find: (value: Token) => T, read: (row: Row) => T): Condition {
  const wanted = new Set(values.map(find));
  if (operator === '=' || operator === 'in') return { ...ANYWHERE, test: (row) => wanted.has(read(row)) };
  if (operator === '!=' || operator === 'not in') return { ...ANYWHERE, test: (row) => !wanted.has(read(row)) };
  throw refuseOperator(field, operator);
}

function findProject(site: JiraSite, { text }: Token): number {
  const wanted = text.toLowerCase();
  const team = site.company.teams.all.find((each) =>
    [each.key.toLowerCase(), each.name.toLowerCase(), String(site.numbers.of('project', each))].includes(wanted),
  );
  if (!team || site.hidden.has(team)) throw new JiraRefusal(400, `The value '${text}' does not exist for the field 'project'.`);
  return site.numbers.of('project', team);
}

function findIssueType(site: JiraSite, { text }: Token): string {
  const type = listIssueTypes(site).find(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase());
  if (!type) throw new JiraRefusal(400, `The value '${text}' does not exist for the field 'issuetype'.`);
  return type.id;
}

function refuseOperator(field: string, operator: string): JiraRefusal {
  return new JiraRefusal(400, `The operator '${operator}' is not supported by the '${field}' field.`);
}
