import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { describe, expect, it } from 'vitest';
import { environmentVariables } from '../shared/runtime/src/environment/variables.ts';
import { readSourceFiles, type SourceFile } from './architecture/packages.ts';

const maxLines = 300;
const files = ['shared', 'services', 'dashboard', 'infra'].flatMap(readSourceFiles);
const production = files.filter(({ isDevelopment }) => !isDevelopment);
const lock: Record<string, { optionalDependencies?: Record<string, string>; hasInstallScript?: boolean }> = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
).packages;

function linesWith(searched: SourceFile[], pattern: RegExp): string[] {
  return searched.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );
}

describe('the code', () => {
  it('reads the environment in one place; the dashboard reads its own', () => {
    const others = production.filter(({ path }) => !/^(shared\/runtime\/src\/environment|dashboard|infra)\//.test(path));
    expect(linesWith(others, /process\.env|\benv\b.* from 'node:process'/)).toEqual([]);
  });

  it(`has no file over ${maxLines} lines`, () => {
    expect(files.filter(({ text }) => text.split('\n').length - 1 > maxLines).map(({ path }) => path)).toEqual([]);
  });

  it('has no collecting files', () => {
    expect(
      files.filter(({ path }) => /\/(utils?|helpers?|types|constants|common-utils)\.tsx?$/.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('keeps the pure floors free of clock, randomness, timers, input and output', () => {
    const pure = production.filter(({ path }) => /^shared\/(domain|contract)\/src\//.test(path));
    expect(
      linesWith(pure, /Date\.now|new Date\(\)|Math\.random|randomUUID|performance\.|setTimeout|setInterval|process\.|console\.|\bfetch\(/),
    ).toEqual([]);
    expect(pure.flatMap(({ path, imports }) => imports.filter(isBuiltin).map((name) => `${path}: ${name}`))).toEqual([]);
  });
});

describe('the house', () => {
  it('documents in .env.example exactly the variables that are read', () => {
    const documented = namesIn(readFileSync('.env.example', 'utf8'), /^#? ?([A-Z][A-Z0-9_]+)=/gm);
    const inDashboard = files
      .filter(({ path, isDevelopment }) => path.startsWith('dashboard/') && !isDevelopment)
      .flatMap(({ text }) => namesIn(text, /process\.env(?:\.|\[')([A-Z0-9_]+)/g))
      .filter((name) => name !== 'NODE_ENV');
    const inCompose = namesIn(readFileSync('docker-compose.yml', 'utf8'), /\$\{([A-Z0-9_]+)/g);
    const inServices = Object.values(environmentVariables).map(({ name }) => name);
    expect([...new Set(documented)].sort()).toEqual([...new Set([...inServices, ...inDashboard, ...inCompose])].sort());
  });

  it('names every variable in the table of the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(Object.values(environmentVariables).filter(({ name }) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('installs from whatever registry npm is set to: the lock file names no host', () => {
    expect(readFileSync('package-lock.json', 'utf8').match(/"resolved": "https?:[^"]*"/g) ?? []).toEqual([]);
  });

  it('installs on every platform: the lock file has each optional part', () => {
    const locked = new Set(Object.keys(lock).map((path) => path.split('node_modules/').at(-1)));
    const parts = Object.values(lock).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    expect(parts.filter((name) => !locked.has(name))).toEqual([]);
  });

  it('says of every install script whether it may run', () => {
    const decided = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).allowScripts);
    const scripted = Object.entries(lock).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.map(([path]) => path.split('node_modules/').at(-1)).filter((name) => !decided.includes(name ?? ''))).toEqual([]);
  });
});

function namesIn(text: string, pattern: RegExp): (string | undefined)[] {
  return [...text.matchAll(pattern)].map(([, name]) => name);
}
