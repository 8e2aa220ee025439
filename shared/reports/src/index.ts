export { deriveDecisions } from './decisions/derive-decisions.ts';
export { sealPack } from './seal-pack.ts';
export { writeInThread } from './thread/write-in-thread.ts';
export { packFileName, packMediaTypes } from './write/media-types.ts';
export { writePack } from './write/write-pack.ts';
