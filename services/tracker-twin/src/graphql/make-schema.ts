import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { initiativeFields } from './initiative-fields.ts';
import { issueFields } from './issue-fields.ts';
import { projectFields } from './project-fields.ts';
import { queryFields } from './query-fields.ts';
import type { FieldTable } from './request-scope.ts';
import { formatInstant, parseInstant, parseInstantOrDuration } from './scalars.ts';
import { teamFields } from './team-fields.ts';
import { webhookFields } from './webhook-fields.ts';

const OWN_SCHEMA = new URL('./schema.graphql', import.meta.url);

const TABLES: FieldTable = {
  ...queryFields,
  ...issueFields,
  ...initiativeFields,
  ...projectFields,
  ...teamFields,
  ...webhookFields,
};

const made = new Map<string, GraphQLSchema>();

/**
 * The subset that ships with the twin, or any genuine schema file: both run on any company.
 * A schema knows no company, so every twin of a process shares it.
 */
export function makeSchema(schemaPath?: string): GraphQLSchema {
  const key = schemaPath ?? '';
  const schema = made.get(key) ?? readSchema(schemaPath);
  made.set(key, schema);
  return schema;
}

function readSchema(schemaPath: string | undefined): GraphQLSchema {
  const text = readFileSync(schemaPath ?? OWN_SCHEMA, 'utf8');
  const schema = buildSchema(text, { assumeValid: schemaPath !== undefined });
  wireScalars(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      field.resolve = TABLES[type.name]?.[name] ?? CONNECTION_FIELDS[name] ?? makePropertyResolver(name, deriveNeutralValue(field.type));
    }
  }
  return schema;
}

interface Page {
  readonly nodes: readonly object[];
  readonly cursorOf?: (node: object) => string;
}

/** A connection is its own pageInfo, an edge a node with its cursor. */
const CONNECTION_FIELDS: Record<string, GraphQLFieldResolver<Page, unknown>> = {
  pageInfo: (page) => page,
  edges: (page) => page.nodes.map((node) => ({ node, cursor: page.cursorOf?.(node) ?? '' })),
  startCursor: (page) => cursorAt(page, 0),
  endCursor: (page) => cursorAt(page, page.nodes.length - 1),
};

function cursorAt(page: Page, place: number): string | null {
  const node = page.nodes[place];
  return node && page.cursorOf ? page.cursorOf(node) : null;
}

function makePropertyResolver(name: string, neutralValue: unknown): GraphQLFieldResolver<Record<string, unknown>, unknown> {
  return (source) => source[name] ?? neutralValue;
}

const EMPTY_PAGE = { nodes: [], hasNextPage: false, hasPreviousPage: false };

/** What a required field answers that the company knows nothing about. */
function deriveNeutralValue(type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType as GraphQLOutputType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.value;
  if (isObjectType(inner)) return inner.name.endsWith('Connection') ? EMPTY_PAGE : {};
  if (isScalarType(inner)) return NEUTRAL_SCALARS[inner.name] ?? '';
  return null;
}

const NEUTRAL_SCALARS: Record<string, unknown> = {
  Int: 0,
  Float: 0,
  Boolean: false,
  JSON: {},
  JSONObject: {},
  DateTime: 0,
  TimelessDate: '1970-01-01',
};

function wireScalars(schema: GraphQLSchema): void {
  const dateTime = schema.getType('DateTime') as GraphQLScalarType;
  dateTime.coerceOutputValue = formatInstant;
  dateTime.coerceInputValue = parseInstant;
  dateTime.parseValue = parseInstant;
  const either = schema.getType('DateTimeOrDuration') as GraphQLScalarType;
  either.coerceInputValue = parseInstantOrDuration;
  either.parseValue = parseInstantOrDuration;
}
