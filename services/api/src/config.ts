import { type Environment, readEnv, requireSettings } from '@speedtax/runtime';

export type ApiConfig = Environment & { readonly databaseUrl: string; readonly secret: string };

/** @throws EnvironmentError saying what to set */
export function readConfig(): ApiConfig {
  return requireSettings(readEnv(), 'databaseUrl', 'secret');
}
