import { endpoints } from '@speedtax/contract';
import { resolveWindow } from '../figures/figure-window.ts';
import { readDecouplings } from '../figures/read-decouplings.ts';
import { readFigureFrame } from '../figures/read-figure-frame.ts';
import { readFigures } from '../figures/read-figures.ts';
import { route } from '../http/route.ts';

export const listDecouplings = route(endpoints.listDecouplings, ({ query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const window = resolveWindow(query, basis.calendar, basis.dataCutOffAt);
    const { waitingMs, items } = await context.kept.remember(basis, `decouplings ${window.from} ${window.to} ${query.limit}`, () =>
      readDecouplings(basis, window, query.limit),
    );
    return { from: window.from, to: window.to, ...(await readFigureFrame(basis)), waitingMs, items, nextCursor: null };
  }),
);
