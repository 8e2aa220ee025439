import { z } from 'zod';
import { id } from './common.ts';

export const person = z.object({ personId: id, externalId: z.string(), name: z.string(), active: z.boolean() });
export type Person = z.infer<typeof person>;
