export { referenceConflicts } from './conflicts.ts';
export { referenceContributions } from './contributions.ts';
export { referenceCourses } from './courses.ts';
export { referenceDeadlocks, referenceInitiatives } from './initiative-figures.ts';
export { pairWaits, referenceQuotes } from './quotes.ts';
export { percentile, referenceTeams } from './team-figures.ts';
export type { Window, World } from './world.ts';
