export { referenceDeadlocks, referenceInitiatives } from './initiative-figures.ts';
export { percentile, referenceTeams } from './team-figures.ts';
export type { Window, World } from './world.ts';
