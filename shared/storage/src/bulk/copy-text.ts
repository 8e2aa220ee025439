import { cleanJson, cleanText } from './clean-text.ts';
import type { ColumnKind } from './table-shape.ts';

export interface CopyColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

const encoders: Record<ColumnKind, (value: unknown) => string> = {
  scalar: encodeScalar,
  array: (value) => escapeCopy(encodeArray(value as readonly unknown[])),
  json: (value) => escapeCopy(cleanJson(value)),
};

/** One line of COPY's text format. A value that is missing is null. */
export function encodeCopyRow(columns: readonly CopyColumn[], row: Readonly<Record<string, unknown>>): string {
  let line = '';
  for (let i = 0; i < columns.length; i += 1) {
    const { name, kind } = columns[i] as CopyColumn;
    const value = row[name];
    if (i > 0) line += '\t';
    line += value === null || value === undefined ? '\\N' : encoders[kind](value);
  }
  return `${line}\n`;
}

function encodeScalar(value: unknown): string {
  if (typeof value === 'string') return escapeCopy(cleanText(value));
  if (value instanceof Date) return encodeInstant(value);
  return String(value);
}

// An invalid Date is left for Postgres to refuse, so that its row is rejected like any other bad one.
function encodeInstant(at: Date): string {
  return Number.isNaN(at.getTime()) ? 'invalid date' : at.toISOString();
}

function encodeArray(values: readonly unknown[]): string {
  return `{${values.map((value) => (value === null || value === undefined ? 'NULL' : quoteElement(value))).join(',')}}`;
}

function quoteElement(value: unknown): string {
  const text = value instanceof Date ? encodeInstant(value) : cleanText(String(value));
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const special = /[\\\n\r\t]/;
const eachSpecial = /[\\\n\r\t]/g;

function escapeCopy(text: string): string {
  return special.test(text) ? text.replace(eachSpecial, (char) => escapes[char] as string) : text;
}
