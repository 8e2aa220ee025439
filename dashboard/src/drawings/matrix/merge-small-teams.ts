import type { SpeedTax } from '@speedtax/contract';
import type { PlacedPair } from './prepare-matrix.ts';

/** `teamId` is null for the line that stands for all teams that got none of their own. */
export interface MatrixTeam {
  teamId: string | null;
  name: string;
}

export interface MergedPair extends Omit<PlacedPair, 'row' | 'column'> {
  waiting: number;
  blocking: number;
}

/** Keeps the heaviest teams and adds the rest into one line, so that every sum stays whole. */
export function mergeSmallTeams(speedTax: SpeedTax, mostTeams: number): { teams: MatrixTeam[]; pairs: MergedPair[]; allTeams: number } {
  const weightById = weighTeams(speedTax);
  const involved = speedTax.teams.filter((team) => weightById.has(team.teamId));
  const ranked = involved.toSorted(
    (a, b) => (weightById.get(b.teamId) ?? 0) - (weightById.get(a.teamId) ?? 0) || a.name.localeCompare(b.name, 'en'),
  );
  const kept = ranked.slice(0, mostTeams);
  const left = ranked.length - kept.length;
  const teams: MatrixTeam[] = kept.map(({ teamId, name }) => ({ teamId, name }));
  if (left > 0) teams.push({ teamId: null, name: left === 1 ? '1 other team' : `${left} other teams` });
  const placeById = new Map(kept.map((team, place) => [team.teamId, place]));
  return { teams, pairs: mergePairs(speedTax, (teamId) => placeById.get(teamId) ?? kept.length, teams.length), allTeams: involved.length };
}

function weighTeams({ teams, pairs }: SpeedTax): Map<string, number> {
  const known = new Set(teams.map((team) => team.teamId));
  const weightById = new Map<string, number>();
  for (const pair of pairs) {
    const weight = pair.waitingMs + pair.rootMs;
    for (const teamId of [pair.waitingTeamId, pair.blockingTeamId]) {
      if (known.has(teamId)) weightById.set(teamId, (weightById.get(teamId) ?? 0) + weight);
    }
  }
  return weightById;
}

function mergePairs({ pairs, teams }: SpeedTax, placeOf: (teamId: string) => number, places: number): MergedPair[] {
  const known = new Set(teams.map((team) => team.teamId));
  const byPlace = new Map<string, MergedPair>();
  for (const pair of pairs) {
    if (!known.has(pair.waitingTeamId) || !known.has(pair.blockingTeamId)) continue;
    const [waiting, blocking] = [placeOf(pair.waitingTeamId), placeOf(pair.blockingTeamId)];
    if (waiting >= places || blocking >= places) continue;
    const before = byPlace.get(`${waiting}/${blocking}`);
    byPlace.set(`${waiting}/${blocking}`, {
      waiting,
      blocking,
      waitingMs: (before?.waitingMs ?? 0) + pair.waitingMs,
      rootMs: (before?.rootMs ?? 0) + pair.rootMs,
      issues: (before?.issues ?? 0) + pair.issues,
      anatomy: {
        unacceptedMs: (before?.anatomy.unacceptedMs ?? 0) + pair.anatomy.unacceptedMs,
        queuedMs: (before?.anatomy.queuedMs ?? 0) + pair.anatomy.queuedMs,
        inWorkMs: (before?.anatomy.inWorkMs ?? 0) + pair.anatomy.inWorkMs,
      },
    });
  }
  return [...byPlace.values()];
}
