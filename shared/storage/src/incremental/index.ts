export { applyDifference, type Following, followedBy } from './apply-difference.ts';
export { DoubtError } from './doubt.ts';
export { type FormerAnalysis, findFormerAnalysis } from './find-former-analysis.ts';
export { loadSmallCompanies } from './load-small-companies.ts';
export { beginMemory, findForgotten, findSnapshot, forgetSeen, type Memory, readMemory, rememberFuture, remembersFacts } from './memory.ts';
export { findFirstPlayAt, readPlays } from './read-plays.ts';
export { renewCoverage } from './renew-coverage.ts';
export { writeFollowed } from './write-followed.ts';
