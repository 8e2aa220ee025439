import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';

const DOCUMENT = new URL('../../../../../shared/data/jira/openapi.json', import.meta.url);

export const isOpenApiThere = existsSync(DOCUMENT);
if (!isOpenApiThere) console.warn('SKIPPED: jira/openapi.json is not there, answers are not compared with it');

interface Schema {
  [key: string]: unknown;
  properties?: Record<string, Schema>;
}

/** What is wrong with an answer by one of the document's schemas; an array of nothing where it is right. */
export function makeCheck(): (schema: string, answer: unknown) => string[] {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as { components: { schemas: Record<string, Schema> } };
  patch(document.components.schemas);
  const ajv = new Ajv({ strict: false, ownProperties: true, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addSchema(translate(document) as object, 'jira');
  return (schema, answer) => {
    const check = ajv.getSchema(`jira#/components/schemas/${schema}`);
    if (!check) throw new Error(`The document has no schema ${schema}`);
    return check(answer) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** Where the document is known to be wrong about real answers. */
function patch(schemas: Record<string, Schema>): void {
  const nullable = { type: ['string', 'null'] };
  const change = schemas.ChangeDetails?.properties as Record<string, Schema>;
  // A plain assignment of toString would set what every object has.
  for (const name of ['from', 'fromString', 'to', 'toString']) Object.defineProperty(change, name, { value: nullable, enumerable: true });
  (schemas.Changelog?.properties as Record<string, Schema>).created = { type: ['string', 'integer'] };
  if (schemas.IssueLink) schemas.IssueLink.required = ['type'];
  (schemas.SearchAndReconcileResults?.properties as Record<string, Schema>).nextPageToken = nullable;
}

/** OpenAPI's `nullable` in the words of JSON Schema. */
function translate(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(translate);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node as Schema;
  const entries = Object.entries(rest).map(([key, value]) => [key, translate(value)] as const);
  const schema = Object.fromEntries(entries);
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}
