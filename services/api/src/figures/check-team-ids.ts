import type { TeamPair } from '@speedtax/domain';
import { badRequest, type FieldError } from '../http/http-problem.ts';

/** A team named somewhere in a request. */
export interface NamedTeam {
  readonly path: string;
  readonly teamId: string;
}

/** @throws HttpProblem 400 with the path of each id that is no team of the organization */
export function checkTeamIds(named: readonly NamedTeam[], teams: ReadonlyMap<string, unknown>): void {
  refuse(named.filter(({ teamId }) => !teams.has(teamId)).map(({ path }) => ({ path, message: 'There is no such team' })));
}

/** @throws HttpProblem 400 where a team is paired with itself: it never waits on itself */
export function checkPairs(pairs: readonly { readonly path: string; readonly pair: TeamPair }[]): void {
  const own = pairs.filter(({ pair }) => pair.waitingTeamId === pair.blockingTeamId);
  refuse(own.map(({ path }) => ({ path, message: 'A team does not wait on itself: name two' })));
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw badRequest(errors);
}
