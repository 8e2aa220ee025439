export type { AnalysisContext } from './context.ts';
export { runAnalysis } from './jobs/run-analysis.ts';
export { rebuildAll } from './rebuild-all.ts';
export { startAnalysisService } from './start-analysis-service.ts';
