import { describe, expect, it } from 'vitest';
import { findImports, packageOf } from './packages.ts';

describe('the imports of a file', () => {
  it.each([
    ["import { a } from './a.ts';", './a.ts'],
    ["import type { A } from '@speedtax/domain';", '@speedtax/domain'],
    ["import './side-effect.css';", './side-effect.css'],
    ["import {\n  a,\n  b,\n} from 'node:fs';", 'node:fs'],
    ["export * from './a.ts';", './a.ts'],
    ["export type { A } from './a.ts';", './a.ts'],
    ["const a = await import('pg');", 'pg'],
    ['import React from "react";', 'react'],
  ])('are found in %j', (text, specifier) => {
    expect(findImports(text)).toEqual([specifier]);
  });

  it.each(["const from = 'pg';", "// import { a } from 'pg';", "export const name = 'pg';", "it('imports from', 'pg');"])(
    'are not seen in %j',
    (text) => {
      expect(findImports(text)).toEqual([]);
    },
  );

  it.each([
    ['@speedtax/storage/testing', 'storage'],
    ['pg/lib/type-overrides', 'pg'],
    ['@linear/sdk', '@linear/sdk'],
    ['@mantine/core/styles.css', '@mantine/core'],
  ])('%s belongs to %s', (specifier, name) => {
    expect(packageOf(specifier)).toBe(name);
  });
});
