import { z } from 'zod';

const key = z.string().min(1).max(200);

export const connectionScope = z
  .object({
    chosen: z.array(key).nullable().describe('null: everything'),
    choices: z.array(z.object({ key, name: z.string() })).describe('none where the tracker cannot be asked just now'),
  })
  .meta({ id: 'ConnectionScope' });
export type ConnectionScope = z.infer<typeof connectionScope>;

export const scopeWish = z.object({ keys: z.array(key).min(1).max(5000).nullable().describe('null: everything, also what comes later') });
