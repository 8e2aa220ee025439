import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedColumns } from './expected-columns.ts';
import { listColumns } from './list-columns.ts';

const kinds: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'object',
  xid8: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  _int2: 'number[]',
  _int4: 'number[]',
  _timestamptz: 'Date[]',
  varbit: 'string',
  _float8: 'number[]',
};

let test: TestDatabase;
beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

describe('the tables as the code sees them', () => {
  it('have the columns that the database has, of the same types', async () => {
    const found: Record<string, Record<string, string>> = {};
    for (const { table, name, type, isNullable } of await listColumns(test.url)) {
      found[table] = { ...found[table], [name]: `${kinds[type] ?? type}${isNullable ? ' | null' : ''}` };
    }
    expect(found).toEqual(expectedColumns);
  });
});
