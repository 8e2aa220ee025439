import { type Environment, readEnv, requireSettings } from '@speedtax/runtime';

export type AnalysisConfig = Environment & { readonly databaseUrl: string };

/** @throws EnvironmentError saying what to set */
export function readConfig(): AnalysisConfig {
  return requireSettings(readEnv(), 'databaseUrl');
}
