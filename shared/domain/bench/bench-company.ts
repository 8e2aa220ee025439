import { makeLargeCompany } from './make-large-company.ts';

/** The data cut-off of every bench. */
export const benchNow = Date.UTC(2026, 5, 1);
const days = 900;
export const benchTimeZone = 'Europe/Berlin';

/** The company of a bench: five statuses an issue, three dependencies for ten issues, 500 teams with some partners each. */
export function makeBenchCompany(issues: number) {
  return makeLargeCompany({ issues, dependencies: Math.round(issues * 0.3), teams: 500, days, partners: 10 }, benchNow);
}

export const benchBeganAt = benchNow - (days + 1) * 86_400_000;
