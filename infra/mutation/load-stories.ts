import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = new URL('./vitest-stand-in.ts', import.meta.url).href;
let isLoaded = false;

/** Reads the stories of the engine below the current folder, those beside the files before the laws, which take longest. Once. */
export async function loadStories(): Promise<void> {
  if (isLoaded) return;
  isLoaded = true;
  // One story must not depend on who else is told: the share of companies and the seed are the same for all.
  process.env.PROPERTY_RUNS_SHARE = '0.1';
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vitest' && context.parentURL !== standIn ? { url: standIn, shortCircuit: true } : next(specifier, context),
  });
  await import(pathToFileURL(resolve('shared/domain/tests/same-companies.ts')).href);
  for (const folder of ['src', 'tests'])
    for (const file of globSync(`shared/domain/${folder}/**/*.test.ts`).sort()) await import(pathToFileURL(resolve(file)).href);
}
