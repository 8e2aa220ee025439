import { deriveKey } from '@speedtax/runtime';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

export const localSessionCookie = 'speedtax_session';
export const localSessionMs = 7 * 86_400_000;
const audience = 'speedtax-local-session';
const claims = z.object({ organizationId: z.uuid(), exp: z.number() });

export interface LocalSession {
  readonly organizationId: string;
  readonly expiresAt: number;
}

/** The signed cookies of the one who sits at this machine. They hold no secret and cannot be made without the installation's. */
export function makeLocalSessions(secret: string) {
  const key = deriveKey(secret, audience);
  return {
    seal: (organizationId: string, now: number): Promise<string> =>
      new SignJWT({ organizationId })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(audience)
        .setExpirationTime(Math.floor((now + localSessionMs) / 1000))
        .sign(key),

    /** Null for a cookie that is forged, malformed or expired. */
    open: async (token: string, now: number): Promise<LocalSession | null> => {
      try {
        const { payload } = await jwtVerify(token, key, { audience, algorithms: ['HS256'], currentDate: new Date(now) });
        const { organizationId, exp } = claims.parse(payload);
        return { organizationId, expiresAt: exp * 1000 };
      } catch {
        return null;
      }
    },
  };
}
export type LocalSessions = ReturnType<typeof makeLocalSessions>;
