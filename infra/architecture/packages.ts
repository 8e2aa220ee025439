import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const scope = '@speedtax/';

export interface Package {
  /** From the root of the repository, such as `shared/domain`. */
  folder: string;
  /** Without the scope, such as `domain`. */
  name: string;
  dependencies: string[];
  devDependencies: string[];
  files: SourceFile[];
}

export interface SourceFile {
  path: string;
  text: string;
  /** Tests, their helpers, benches and config files: they may use what only development needs. */
  isDevelopment: boolean;
  /** Specifiers as written, such as `./wait.ts`, `node:fs`, `@speedtax/domain`. */
  imports: string[];
}

export function readPackages(): Package[] {
  return globSync(['{shared,services}/*/package.json', 'dashboard/package.json']).map((path) => {
    const folder = path.replace('/package.json', '');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    return {
      folder,
      name: shortName(manifest.name),
      dependencies: Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).map(shortName),
      devDependencies: Object.keys(manifest.devDependencies ?? {}).map(shortName),
      files: readSourceFiles(folder),
    };
  });
}

export function readSourceFiles(folder: string): SourceFile[] {
  return globSync(`${folder}/**/*.{ts,tsx,mjs,css}`, { exclude: ['**/node_modules/**', '**/.next/**'] })
    .filter((path) => !path.endsWith('.d.ts'))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const isDevelopment = /\.test\.tsx?$|\.config\.ts$|\/(tests|testing|bench)\//.test(path);
      return { path, text, isDevelopment, imports: /\.(ts|tsx|mjs)$/.test(basename(path)) ? findImports(text) : [] };
    });
}

/** The package a specifier leads to, in the table's names: `@speedtax/storage/testing` → `storage`, `pg/lib/x` → `pg`. */
export function packageOf(specifier: string): string {
  return shortName(
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}

function shortName(name: string): string {
  return name.startsWith(scope) ? name.slice(scope.length) : name;
}

/** Specifiers of static imports, re-exports and dynamic imports. */
export function findImports(text: string): string[] {
  const statements = text.matchAll(/^\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm);
  return [...statements].map(([, from, dynamic]) => from ?? dynamic ?? '');
}
