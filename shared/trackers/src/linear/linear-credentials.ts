import { z } from 'zod';

/** What is sealed in a connection to Linear. */
const linearCredentials = z.object({ apiKey: z.string().min(1) });
export type LinearCredentials = z.infer<typeof linearCredentials>;

export const writeLinearCredentials = (credentials: LinearCredentials): string => JSON.stringify(credentials);
export const readLinearCredentials = (opened: string): LinearCredentials => linearCredentials.parse(JSON.parse(opened));
