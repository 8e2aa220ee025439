export { countCoverage } from './count-coverage.ts';
export { deleteAnalysis } from './delete-analysis.ts';
export { findSyncEvidence, type SyncEvidence } from './find-sync-evidence.ts';
export { finishAnalyzedSyncs } from './finish-analyzed-syncs.ts';
export { loadCompany } from './load-company.ts';
export { lockAnalysis } from './lock-analysis.ts';
export { type AnalysisRecord, type AnalyzedCompany, writeAnalysis } from './write-analysis.ts';
