import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, parse, type SelectionSetNode, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { linearPlan, restPageSize } from '../src/linear/linear-plan.ts';
import { changedAttachmentsQuery } from '../src/linear/queries/attachments.ts';
import { changedIssueRelationsQuery } from '../src/linear/queries/issue-relations.ts';
import { issuesByIdQuery, issuesByIdSize } from '../src/linear/queries/issues-by-id.ts';
import { workspaceDocument } from '../src/linear/queries/workspace.ts';

const root = new URL('../../../', import.meta.url);
const schemas = [
  { name: 'Linear’s schema', path: new URL('../shared/data/linear/schema.graphql', root) },
  { name: 'the schema of the SDK in use', path: new URL('../shared/data/linear/schema-sdk-98.graphql', root) },
  { name: 'the twin’s schema', path: new URL('services/tracker-twin/src/graphql/schema.graphql', root) },
];

interface Sent {
  document: string;
  sizes: Record<string, number>;
}

/** Every document the sync sends, with the sizes it sends it with. */
const sent = new Map<string, Sent>([
  ['Workspace', { document: workspaceDocument, sizes: {} }],
  ['ChangedIssueRelations', { document: changedIssueRelationsQuery.document, sizes: { first: 250 } }],
  ['ChangedAttachments', { document: changedAttachmentsQuery.document, sizes: { first: 250 } }],
  ['IssuesById', { document: issuesByIdQuery.document, sizes: { first: issuesByIdSize, nested: 5 } }],
]);
for (const { query, pageSize, nestedSize = 0, rest = {} } of linearPlan) {
  sent.set(query.name, { document: query.document, sizes: { first: pageSize, nested: nestedSize } });
  for (const one of Object.values(rest)) sent.set(one.name, { document: one.document, sizes: { first: restPageSize } });
}

/** The tracker’s rule: a property costs 0.1, an object 1, the nodes of a connection times `first` (50 if not given). */
function costOf(selection: SelectionSetNode, sizes: Record<string, number>, nodes = 50): number {
  let cost = 0;
  for (const field of selection.selections) {
    if (field.kind !== 'Field') throw new Error(`expected plain fields only, found a ${field.kind}`);
    const { selectionSet, name } = field;
    if (!selectionSet) cost += 0.1;
    else if (selectionSet.selections.some((child) => child.kind === 'Field' && child.name.value === 'nodes')) {
      const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
      const size = first?.kind === 'IntValue' ? Number(first.value) : first?.kind === 'Variable' ? sizes[first.name.value] : undefined;
      if (size === undefined) throw new Error(`connection ${name.value}: expected its size to be said`);
      cost += costOf(selectionSet, sizes, size);
    } else cost += (name.value === 'nodes' ? nodes : 1) * (1 + costOf(selectionSet, sizes));
  }
  return cost;
}

function pointsOf(document: DocumentNode, sizes: Record<string, number>): number {
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('expected one operation');
  return Math.ceil(costOf(operation.selectionSet, sizes));
}

describe.each(schemas)('the documents the sync sends, against $name', ({ name, path }) => {
  const missing = !existsSync(path);
  if (missing) console.warn(`skipped: ${name} is not at ${path.pathname}`);
  const schema = missing ? null : buildSchema(readFileSync(path, 'utf8'));

  it.skipIf(missing).each([...sent.keys()])('%s is valid', (operation) => {
    expect(validate(schema as never, parse(sent.get(operation)?.document ?? '')).map(({ message }) => message)).toEqual([]);
  });
});

describe('the price of what the sync sends', () => {
  it('is counted as the tracker counts it', () => {
    const example = parse('query { issues(first: 50) { nodes { id title assignee { id } } pageInfo { hasNextPage } } }');
    // Fifty nodes of 1 + 0.2 with an assignee of 1 + 0.1 each, and a pageInfo of 1 + 0.1.
    expect(pointsOf(example, {})).toBe(117);
  });

  it.each([...sent.keys()])('%s stays under 10,000 points', (operation) => {
    const { document, sizes } = sent.get(operation) as Sent;
    expect(pointsOf(parse(document), sizes)).toBeLessThan(10_000);
  });
});
