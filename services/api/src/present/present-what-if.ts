import type { WhatIf, WhatIfTax } from '@speedtax/contract';
import type { TaxSums, WhatIf as WhatIfFigures } from '@speedtax/domain';
import { apportion } from './apportion.ts';

/** Whole milliseconds: what is imposed adds up to what is paid, before and after. */
export function presentWhatIf({ before, after, savedMs, teams }: WhatIfFigures): Pick<WhatIf, 'before' | 'after' | 'savedMs' | 'teams'> {
  const imposedBefore = apportion(
    teams.map((team) => team.before.imposedMs),
    before.waitingMs,
  );
  const imposedAfter = apportion(
    teams.map((team) => team.after.imposedMs),
    after.waitingMs,
  );
  return {
    before: presentTax(before, before.waitingMs),
    after: presentTax(after, after.waitingMs),
    savedMs,
    teams: teams.map((team, k) => ({
      teamId: team.teamIds[0] as string,
      mergedTeamIds: team.teamIds.length > 1 ? [...team.teamIds] : [],
      before: presentTax(team.before, imposedBefore[k] as number),
      after: presentTax(team.after, imposedAfter[k] as number),
      savedMs: team.before.waitingMs - team.after.waitingMs,
    })),
  };
}

function presentTax({ inPlayMs, waitingMs }: TaxSums, imposedMs: number): WhatIfTax {
  return { inPlayMs, waitingMs, imposedMs, speedTax: inPlayMs === 0 ? null : waitingMs / inPlayMs };
}
