export { countCoverage } from './count-coverage.ts';
export { deleteAnalysis } from './delete-analysis.ts';
export { loadCompany } from './load-company.ts';
export { type AnalysisRecord, writeAnalysis } from './write-analysis.ts';
export { findSyncEvidence, type SyncEvidence } from './find-sync-evidence.ts';
export { finishAnalyzedSyncs } from './finish-analyzed-syncs.ts';
export { lockAnalysis } from './lock-analysis.ts';
