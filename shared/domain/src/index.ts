export * from './analysis/analysis.ts';
export * from './facts/company.ts';
export * from './facts/status-category.ts';
