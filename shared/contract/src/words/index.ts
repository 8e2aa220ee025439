export * from './definitions.ts';
export * from './duration.ts';
export * from './share.ts';
