import { z } from 'zod';

const oauth = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Where tokens come from. */
  authUrl: z.string().min(1),
  accessToken: z.string().min(1),
  /** Valid once: each use brings another one. */
  refreshToken: z.string().min(1),
  /** Of the access token, epoch milliseconds. */
  expiresAt: z.number(),
});

/** What is sealed in a connection to Linear. */
const linearCredentials = z.union([oauth, z.object({ apiKey: z.string().min(1) })]);
export type LinearCredentials = z.infer<typeof linearCredentials>;

export const writeLinearCredentials = (credentials: LinearCredentials): string => JSON.stringify(credentials);
export const readLinearCredentials = (opened: string): LinearCredentials => linearCredentials.parse(JSON.parse(opened));
