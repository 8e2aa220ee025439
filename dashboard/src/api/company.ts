import { endpoints, type SpeedTax } from '@speedtax/contract';
import { cache } from 'react';
import { parseRange, type ResolvedRange, resolveRange } from '../address/range.ts';
import { dayIn } from '../words/day-in.ts';
import { fetchAll } from './fetch-all.ts';
import { fetchApi } from './fetch-api.ts';

// Each is asked once per request, however many components want it.

export const getReader = cache(() => fetchApi(endpoints.getMe));
export const getAccount = cache(() => fetchApi(endpoints.getAccount));
export const getConnections = cache(async () => (await fetchAll((query) => fetchApi(endpoints.listConnections, { query }))).items);
export const getTeams = cache(async () => (await fetchAll((query) => fetchApi(endpoints.listTeams, { query }))).items);
export const getInitiatives = cache(async () => fetchAll((query) => fetchApi(endpoints.listInitiatives, { query })));

/** The figures of the default window, which also tell how fresh everything is. */
export const getLatestTax = cache(() => fetchApi(endpoints.getSpeedTax));

/** The window that an address asks for; it ends with the data, not with the wall clock. */
export const getRange = cache(async (range: string | undefined): Promise<ResolvedRange> => {
  const latest = await getLatestTax();
  return resolveRange(parseRange(range), latest.dataCutOff ? dayIn(latest.timeZone, latest.dataCutOff) : dayIn(latest.timeZone, nowText()));
});

export const getTax = cache(async (from: string, to: string): Promise<SpeedTax> => {
  const latest = await getLatestTax();
  return latest.from === from && latest.to === to ? latest : fetchApi(endpoints.getSpeedTax, { query: { from, to } });
});

const nowText = () => new Date().toISOString();
