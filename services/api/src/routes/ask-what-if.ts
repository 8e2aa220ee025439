import { endpoints, type WhatIfQuestion } from '@speedtax/contract';
import { deriveWhatIf } from '@speedtax/domain';
import { listTeamNames, listWaitSets } from '@speedtax/storage/analytics';
import { checkPairs, checkTeamIds, type NamedTeam } from '../figures/check-team-ids.ts';
import { resolveWindow } from '../figures/figure-window.ts';
import { readFigureFrame } from '../figures/read-figure-frame.ts';
import { readFigures } from '../figures/read-figures.ts';
import { sumSubjects } from '../figures/sum-subjects.ts';
import { route } from '../http/route.ts';
import { presentWhatIf } from '../present/present-what-if.ts';

export const askWhatIf = route(endpoints.askWhatIf, ({ body, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, calendar, dataCutOffAt } = basis;
    const teams = await listTeamNames(trx, organizationId);
    checkTeamIds(listNamedTeams(body), teams);
    checkPairs(body.remove.map((pair, k) => ({ path: `remove.${k}`, pair })));
    const window = resolveWindow(body, calendar, dataCutOffAt);

    // Whoever tries one what-if tries another of the same window.
    const read = async () => ({
      inPlay: await sumSubjects(trx, organizationId, 'team', window, dataCutOffAt),
      waitSets: await listWaitSets(trx, organizationId, window.instants),
    });
    const { inPlay, waitSets } = await context.kept.remember(basis, `what-if ${window.from} ${window.to}`, read, { isLarge: true });
    const inPlayMsOf = new Map([...teams.keys()].map((id) => [id, 0]));
    for (const { aId, measures } of inPlay) inPlayMsOf.set(aId, Math.round(measures.inPlayMs));
    return {
      from: window.from,
      to: window.to,
      ...(await readFigureFrame(basis)),
      ...presentWhatIf(deriveWhatIf(waitSets, inPlayMsOf, body)),
    };
  }),
);

function listNamedTeams({ remove, merge }: WhatIfQuestion): NamedTeam[] {
  return [
    ...remove.flatMap(({ waitingTeamId, blockingTeamId }, k) => [
      { path: `remove.${k}.waitingTeamId`, teamId: waitingTeamId },
      { path: `remove.${k}.blockingTeamId`, teamId: blockingTeamId },
    ]),
    ...merge.flatMap((teamIds, k) => teamIds.map((teamId, place) => ({ path: `merge.${k}.${place}`, teamId }))),
  ];
}
