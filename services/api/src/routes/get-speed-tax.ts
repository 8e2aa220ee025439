import { endpoints } from '@speedtax/contract';
import { resolveWindow } from '../figures/figure-window.ts';
import { findLastSyncedAt } from '../figures/find-last-synced-at.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readSpeedTax } from '../figures/read-speed-tax.ts';
import { KeptJson } from '../http/kept-json.ts';
import { route } from '../http/route.ts';

export const getSpeedTax = route(endpoints.getSpeedTax, ({ query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const window = resolveWindow(query, basis.calendar, basis.dataCutOffAt);
    const lastSyncedAt = await findLastSyncedAt(basis.trx, basis.organizationId);
    const read = async () => {
      const answer = await readSpeedTax(basis, window, lastSyncedAt);
      // The answer of a past instant is told together with its stamp.
      return basis.asOf === null ? new KeptJson(answer) : answer;
    };
    const asked = `speed-tax ${window.from} ${window.to} ${lastSyncedAt?.getTime()}`;
    return context.kept.remember(basis, asked, read, { isLarge: true });
  }),
);
