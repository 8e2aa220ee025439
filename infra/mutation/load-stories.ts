import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = new URL('./vitest-stand-in.ts', import.meta.url).href;
const sources = globSync('shared/domain/src/**/*.ts', { exclude: ['**/*.{test,fixture}.ts'] });
const tests = ['src', 'tests'].flatMap((folder) => globSync(`shared/domain/${folder}/**/*.test.ts`).sort());

/** Reads the engine below the current folder. What runs now runs once, whoever asks. */
export async function loadEngine(): Promise<void> {
  for (const file of sources) await import(pathToFileURL(resolve(file)).href);
}

/** Reads the stories, those beside the files before the laws, which take longest. */
export async function loadStories(): Promise<void> {
  process.env.PROPERTY_RUNS_SHARE = '0.1';
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vitest' && context.parentURL !== standIn ? { url: standIn, shortCircuit: true } : next(specifier, context),
  });
  for (const file of ['shared/domain/tests/same-companies.ts', ...tests]) await import(pathToFileURL(resolve(file)).href);
}
