import { endpoints } from '@speedtax/contract';
import { route } from '../http/route.ts';

export const getHealth = route(endpoints.getHealth, async () => ({ status: 'ok' as const }));
