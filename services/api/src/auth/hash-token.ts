import { createHash, randomBytes } from 'node:crypto';

const tokenBytes = 32;

/** For a link or a key: 256 random bits, so that a fast hash of it may be stored. */
export const makeToken = (): string => randomBytes(tokenBytes).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
