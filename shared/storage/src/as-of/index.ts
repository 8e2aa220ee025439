export { countPastCoverage } from './count-past-coverage.ts';
export { findFactsMark } from './find-facts-mark.ts';
export { shadowDerived } from './shadow-derived.ts';
export { shadowFacts } from './shadow-facts.ts';
