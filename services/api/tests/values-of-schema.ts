import fc, { type Arbitrary } from 'fast-check';

/** As much of JSON Schema as the OpenAPI document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

export interface Known {
  readonly components: Record<string, Schema>;
  /** Ids of things that are there, so that what is asked is also found. */
  readonly ids: readonly string[];
}

const maxDepth = 6;

/** Values nobody asks for in good faith. */
const hostile: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202Egnp.exe',
    "'; drop table organization; --",
    "x', true); select pg_sleep(9); --",
    '=cmd|calc!A1',
    '<script>alert(1)</script>',
    '../../../../etc/passwd',
    '%00%ff',
    '{{7*7}}#{7*7}',
    '__proto__',
    'constructor',
    'NaN',
    'Infinity',
    '9999-12-31',
    '0000-00-00',
    '-271821-04-20T00:00:00.000Z',
    'http://169.254.169.254/latest/meta-data',
    'x'.repeat(20_000),
    'é'.repeat(3_000),
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    [],
    [[[[[[]]]]]],
    {},
    JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {}}}'),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Mostly what the schema asks for, and something hostile in one place of every few. */
export function valuesOf(schema: Schema, known: Known, depth = 0): Arbitrary<unknown> {
  const good = goodValues(schema, known, depth);
  return fc.oneof({ arbitrary: good, weight: 9 }, { arbitrary: hostile, weight: 1 });
}

function goodValues(schema: Schema, known: Known, depth: number): Arbitrary<unknown> {
  if (depth > maxDepth) return fc.constant(null);
  if (schema.$ref) return valuesOf(known.components[schema.$ref.split('/').at(-1) ?? ''] ?? {}, known, depth + 1);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => valuesOf(one, known, depth + 1)));
  if (schema.allOf) return valuesOf(Object.assign({}, ...schema.allOf), known, depth + 1);
  const [type = 'object', ...others] = [schema.type ?? []].flat();
  const typed = ofType(type, schema, known, depth);
  return others.length === 0 ? typed : fc.oneof(typed, ...others.map((other) => ofType(other, schema, known, depth)));
}

function ofType(type: string, schema: Schema, known: Known, depth: number): Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return texts(schema, known);
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? -5, -2e9), max: Math.min(schema.maximum ?? 500, 2e9) });
    case 'number':
      return fc.double({ min: schema.minimum ?? -5, max: schema.maximum ?? 500, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, known, depth + 1), { maxLength: 4 });
    default:
      return objects(schema, known, depth);
  }
}

function objects(schema: Schema, known: Known, depth: number): Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, of]) => [name, valuesOf(of, known, depth + 1)] as const);
  const named = fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
  const rest = schema.additionalProperties;
  if (typeof rest !== 'object') return named;
  return fc.dictionary(fc.oneof(fc.constantFrom(...known.ids), fc.string({ maxLength: 8 })), valuesOf(rest, known, depth + 1), {
    maxKeys: 3,
  });
}

const days = fc.date({ min: new Date('2025-12-01'), max: new Date('2026-03-01'), noInvalidDate: true });

function texts({ format, minLength = 0, maxLength = 60 }: Schema, { ids }: Known): Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return fc.oneof({ arbitrary: fc.constantFrom(...ids), weight: 4 }, { arbitrary: fc.uuid(), weight: 1 });
    case 'date':
      return days.map((day) => day.toISOString().slice(0, 10));
    case 'date-time':
      return days.map((day) => day.toISOString());
    case 'email':
      return fc.constantFrom('ann@example.com', 'ben@example.com', 'ada@example.com');
    default:
      return fc.oneof(
        fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) }),
        fc.constantFrom('2026-01-01', '2026-01-09', '09:00', 'Europe/Berlin', 'https://tracker.example', '2026-Q1', ...ids),
      );
  }
}
