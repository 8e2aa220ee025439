import { endpoints } from '@speedtax/contract';
import { listTeams as listTeamSummaries } from '@speedtax/storage/analytics';
import { readFigures } from '../figures/read-figures.ts';
import { cutPage, decodeCursor, idPosition } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';

export const listTeams = route(endpoints.listTeams, ({ query: { cursor, limit }, principal }, context) =>
  readFigures(context, principal, async ({ trx, organizationId }) => {
    const afterId = decodeCursor(idPosition, cursor);
    const { items, nextCursor } = cutPage(
      await listTeamSummaries(trx, organizationId, { afterId, limit: limit + 1 }),
      limit,
      (team) => team.id,
    );
    return {
      nextCursor,
      items: items.map(({ id, archivedAt, ...team }) => ({ teamId: id, ...team, archived: archivedAt !== null })),
    };
  }),
);
