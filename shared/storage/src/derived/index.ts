export { countCoverage } from './count-coverage.ts';
export { deleteAnalysis } from './delete-analysis.ts';
export { loadCompany } from './load-company.ts';
export { type AnalysisRecord, writeAnalysis } from './write-analysis.ts';
