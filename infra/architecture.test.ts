import { isBuiltin } from 'node:module';
import { matchesGlob, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFloors } from './architecture/floors.ts';
import { type Package, packageOf, readPackages, type SourceFile } from './architecture/packages.ts';

const floors = readFloors();
const packages = readPackages();
const ownNames = new Set(packages.map(({ name }) => name));
const namedLibraries = new Set(floors.flatMap(({ mayImport }) => mayImport).filter((name) => !ownNames.has(name)));

const floorOf = (name: string) => floors.find(({ folder }) => folder === packages.find((one) => one.name === name)?.folder);
const bareImports = (file: SourceFile) => file.imports.filter((specifier) => !/^[./#]/.test(specifier) && !isBuiltin(specifier));

describe('the floors', () => {
  it('list every package there is, and no other', () => {
    expect(floors.map(({ folder }) => folder).sort()).toEqual(packages.map(({ folder }) => folder).sort());
  });

  it('lead down, never sideways or up', () => {
    const wrong = floors.flatMap(({ folder, level, mayImport }) =>
      mayImport.filter((name) => (floorOf(name)?.level ?? -1) >= level).map((name) => `${folder} (${level}) → ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(packages)('$folder', (one: Package) => {
  const allowed = floors.find(({ folder }) => folder === one.folder)?.mayImport ?? [];
  const listsItsLibraries = one.folder.startsWith('shared/');

  it('declares only dependencies that its floor allows', () => {
    const governed = one.dependencies.filter((name) => listsItsLibraries || ownNames.has(name) || namedLibraries.has(name));
    expect(governed.filter((name) => !allowed.some((pattern) => matchesGlob(name, pattern)))).toEqual([]);
  });

  it('imports only what it declares', () => {
    const wrong = one.files.flatMap((file) => {
      const declared = new Set([one.name, ...one.dependencies, ...(file.isDevelopment ? [...one.devDependencies, 'vitest'] : [])]);
      return bareImports(file)
        .filter((specifier) => !declared.has(packageOf(specifier)))
        .map((specifier) => `${file.path}: ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it('reaches no other package by a path', () => {
    const wrong = one.files.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => !normalize(`${file.path}/../${specifier}`).startsWith(`${one.folder}/`))
        .map((specifier) => `${file.path}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
});
