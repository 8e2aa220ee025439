import { endpoints } from '@speedtax/contract';
import { resolveInitiativeWindow } from '../figures/initiative-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readInitiativeDetail } from '../figures/read-initiative-detail.ts';
import { readInitiatives } from '../figures/read-initiatives.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const getInitiative = route(endpoints.getInitiative, ({ params: { id }, query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const window = await resolveInitiativeWindow(basis, query, id);
    const [initiative] = await readInitiatives(basis, { id, afterId: null, limit: 1 }, window);
    if (!initiative) throw notFound('initiative');
    return readInitiativeDetail(basis, initiative, window, basis.asOf?.at.getTime() ?? context.now());
  }),
);
