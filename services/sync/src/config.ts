import { type Environment, readEnv, requireSettings } from '@speedtax/runtime';

export type SyncConfig = Environment & { readonly databaseUrl: string; readonly secret: string };

/** @throws EnvironmentError saying what to set */
export function readConfig(): SyncConfig {
  return requireSettings(readEnv(), 'databaseUrl', 'secret');
}
