import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from './connection.ts';

const POINTS_PER_PROPERTY = 0.1;
const POINTS_PER_OBJECT = 1;
const MAX_FRAGMENT_DEPTH = 20;

/**
 * Points of one operation by Linear's rule: a property 0.1, an object 1, and what a connection
 * holds times its page size. Rounded up.
 */
export function deriveComplexity(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
  const scope: Scope = { fragments, variables: { ...defaults, ...variables } };
  const points = pointsOfSelection(operation.selectionSet, 1, scope, 0);
  return Math.ceil(Math.round(points * 1000) / 1000);
}

interface Scope {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

function pointsOfSelection(selection: SelectionSetNode, pageSize: number, scope: Scope, depth: number): number {
  if (depth > MAX_FRAGMENT_DEPTH) return Number.POSITIVE_INFINITY;
  let points = 0;
  for (const node of selection.selections) {
    if (node.kind === Kind.FIELD) points += pointsOfField(node, pageSize, scope, depth);
    else if (node.kind === Kind.INLINE_FRAGMENT) {
      points += pointsOfSelection(node.selectionSet, pageSize, scope, depth + 1);
    } else {
      const fragment = scope.fragments.get(node.name.value);
      if (fragment) points += pointsOfSelection(fragment.selectionSet, pageSize, scope, depth + 1);
    }
  }
  return points;
}

function pointsOfField(field: FieldNode, pageSize: number, scope: Scope, depth: number): number {
  if (!field.selectionSet) return POINTS_PER_PROPERTY;
  if (isConnection(field.selectionSet, scope)) {
    return pointsOfSelection(field.selectionSet, readPageSize(field, scope), scope, depth + 1);
  }
  const name = field.name.value;
  const times = name === 'nodes' || name === 'edges' ? pageSize : 1;
  return times * (POINTS_PER_OBJECT + pointsOfSelection(field.selectionSet, 1, scope, depth + 1));
}

/** A selection of nodes, edges or pageInfo is that of a connection, which costs nothing itself. */
function isConnection(selection: SelectionSetNode, scope: Scope): boolean {
  return selection.selections.some((node) => {
    if (node.kind === Kind.FIELD) return ['nodes', 'edges', 'pageInfo'].includes(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return isConnection(node.selectionSet, scope);
    const fragment = scope.fragments.get(node.name.value);
    return fragment?.typeCondition.name.value.endsWith('Connection') ?? false;
  });
}

function readPageSize(field: FieldNode, scope: Scope): number {
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== 'first' && argument.name.value !== 'last') continue;
    const { value } = argument;
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.VARIABLE) {
      const size = scope.variables[value.name.value];
      if (typeof size === 'number') return size;
    }
  }
  return DEFAULT_PAGE_SIZE;
}
