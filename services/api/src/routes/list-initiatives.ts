import { endpoints } from '@speedtax/contract';
import { resolveInitiativeWindow } from '../figures/initiative-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readInitiatives } from '../figures/read-initiatives.ts';
import { cutPage, decodeCursor, idPosition } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';

export const listInitiatives = route(endpoints.listInitiatives, ({ query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { status, cursor, limit } = query;
    const filter = { status, afterId: decodeCursor(idPosition, cursor), limit: limit + 1 };
    const window = await resolveInitiativeWindow(basis, query);
    const asked = `initiatives ${window.from} ${window.to} ${JSON.stringify(filter)}`;
    const initiatives = await context.kept.remember(basis, asked, () => readInitiatives(basis, filter, window));
    return cutPage(initiatives, limit, (last) => last.initiativeId);
  }),
);
