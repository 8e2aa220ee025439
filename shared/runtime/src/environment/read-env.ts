import type { z } from 'zod';
import { EnvironmentError } from './environment-error.ts';
import { environmentVariables } from './variables.ts';

type Variables = typeof environmentVariables;
export type Environment = { readonly [K in keyof Variables]: z.output<Variables[K]['schema']> };

/**
 * Reads the whole environment once. An empty value counts as unset.
 * @throws EnvironmentError naming every variable that is wrong and what it should be. Values are not repeated: some are secrets.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const problems: string[] = [];
  const entries = Object.entries(environmentVariables).map(([key, variable]) => {
    const parsed = variable.schema.safeParse(source[variable.name] || undefined);
    if (!parsed.success) problems.push(`${variable.name} is not usable: expected ${variable.expected}.`);
    return [key, parsed.data];
  });
  if (problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  return Object.freeze(Object.fromEntries(entries)) as Environment;
}

/**
 * The environment with the named settings known to be there: what a service cannot run without.
 * @throws EnvironmentError naming every variable that is missing and what to set.
 */
export function requireSettings<K extends keyof Environment>(
  environment: Environment,
  ...required: K[]
): Environment & { readonly [P in K]: NonNullable<Environment[P]> } {
  const missing = required.filter((key) => environment[key] === undefined).map((key) => environmentVariables[key]);
  if (missing.length > 0) {
    throw new EnvironmentError(missing.map((variable) => `${variable.name} is not set: expected ${variable.expected}.`).join('\n'));
  }
  return environment as Environment & { readonly [P in K]: NonNullable<Environment[P]> };
}
