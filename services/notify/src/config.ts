import { type Environment, readEnv, requireSettings } from '@speedtax/runtime';

export type NotifyConfig = Environment & { readonly databaseUrl: string; readonly secret: string };

/** @throws EnvironmentError saying what to set */
export function readConfig(): NotifyConfig {
  return requireSettings(readEnv(), 'databaseUrl', 'secret');
}
