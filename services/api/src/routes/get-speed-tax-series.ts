import { endpoints } from '@speedtax/contract';
import { midnightOf } from '@speedtax/domain';
import { listTeamNames } from '@speedtax/storage/analytics';
import { cutIntoBuckets } from '../figures/calendar-buckets.ts';
import { resolveWindow } from '../figures/figure-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { sumBuckets } from '../figures/sum-buckets.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { resolveTeamIds } from '../identities/resolve-team-ids.ts';
import { presentEngineVersion } from '../present/present-engine-version.ts';
import { presentSeriesPoint } from '../present/present-series-point.ts';

export const getSpeedTaxSeries = route(endpoints.getSpeedTaxSeries, ({ query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, timeZone, calendar, analysis, dataCutOffAt } = basis;
    const { teamId, bucket } = await resolveTeamIds(trx, organizationId, query);
    if (teamId !== undefined && !(await listTeamNames(trx, organizationId)).has(teamId)) throw notFound('team');
    const window = resolveWindow(query, calendar, dataCutOffAt);
    const buckets = cutIntoBuckets(window.fromDay, window.toDay, bucket);
    const question = { window, dataCutOffAt, buckets };
    const of = (part: 0 | 1) => (teamId === undefined ? {} : { of: { part, id: teamId } });
    const asked = `series ${window.from} ${window.to} ${bucket} ${teamId ?? 'all'}`;
    const { team, imposed } = await context.kept.remember(basis, asked, async () => ({
      team: await sumBuckets(trx, organizationId, { ...question, subject: 'team', ...of(0) }),
      imposed: await sumBuckets(trx, organizationId, { ...question, subject: 'pair', ...of(1) }),
    }));
    return {
      from: window.from,
      to: window.to,
      bucket,
      teamId: teamId ?? null,
      timeZone,
      engineVersion: presentEngineVersion(analysis),
      dataCutOff: analysis?.dataCutOffAt.toISOString() ?? null,
      items: buckets.map((each, k) => {
        const complete = !each.isCut && midnightOf(window.clock, each.toDay) <= dataCutOffAt.getTime();
        return presentSeriesPoint(each, complete, team[k], imposed[k]);
      }),
    };
  }),
);
