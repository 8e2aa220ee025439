import { z } from 'zod';
import { id, instant } from './common.ts';
import { connectionStatus } from './connection.ts';

/** One server-sent event: `event: version`, `data:` this, at once and whenever something in it is another. */
export const dataVersion = z
  .object({
    version: z.string().describe('another one: figures may differ from those answered before'),
    dataCutOff: instant.nullable(),
    connections: z.array(z.object({ id, status: connectionStatus, lastSyncedAt: instant.nullable() })),
  })
  .meta({ id: 'DataVersion' });
export type DataVersion = z.infer<typeof dataVersion>;
