import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

const OWN = new URL('../src/graphql/schema.graphql', import.meta.url);
const GENUINE = ['schema.graphql', 'schema-sdk-98.graphql'].map((name) => ({
  name,
  url: new URL(`../../../../shared/data/linear/${name}`, import.meta.url),
}));

describe.each(GENUINE)('the subset against the genuine $name', ({ name, url }) => {
  const isThere = existsSync(url);
  if (!isThere) console.warn(`SKIPPED: ${name} is not there, the subset is not compared with it`);

  it.skipIf(!isThere)('has no type, field, argument or enum value of its own', () => {
    const genuine = readMembers(readFileSync(url, 'utf8'));
    const own = readMembers(readFileSync(OWN, 'utf8'));
    expect(own.size).toBeGreaterThan(500);
    const differing = [...own].filter(([member, type]) => genuine.get(member) !== type);
    expect(differing).toEqual([]);
  });
});

/** Every member of a schema with its type, such as `Issue.relations(first:)` → Int. */
function readMembers(text: string): Map<string, string> {
  const members = new Map<string, string>();
  for (const type of Object.values(buildSchema(text, { assumeValid: true }).getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    members.set(type.name, type.constructor.name);
    if (isEnumType(type)) {
      for (const { name } of type.getValues()) members.set(`${type.name}.${name}`, 'value');
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      members.set(`${type.name}.${field.name}`, String(field.type));
      if (!('args' in field)) continue;
      for (const { name, type: of } of field.args) {
        members.set(`${type.name}.${field.name}(${name}:)`, String(of));
      }
    }
  }
  return members;
}
