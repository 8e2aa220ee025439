import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether this is the HMAC-SHA256 of the body, as hexadecimal digits. Takes as long for a wrong one. */
export function isSignedWith(secret: string, body: Buffer, signature: string): boolean {
  return isSameText(createHmac('sha256', secret).update(body).digest('hex'), signature.toLowerCase());
}

/** Compares in a time that tells nothing of either. */
export function isSameText(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}

/** Names a delivery whose sender names none: the same body is the same delivery. */
export const nameBody = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

/** One header, where it was sent once and is not empty. */
export function headerOf(headers: Readonly<Record<string, string | string[] | undefined>>, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
