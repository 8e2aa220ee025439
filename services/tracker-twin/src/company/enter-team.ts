import type { Issue } from './issue.ts';
import type { Team } from './team.ts';

/** Gives an issue to a team under the team's next number; the former identifier is kept. */
export function enterTeam(issue: Issue, team: Team, at: number): void {
  const number = team.nextNumber;
  team.nextNumber += 1;
  issue.team = team;
  issue.number = number;
  issue.addedToTeamAt = at;
  enterIdentifier(issue, `${team.key}-${number}`, at);
}

/** The identifier changes with the team, or with the team's key. */
export function enterIdentifier(issue: Issue, identifier: string, at: number): void {
  const last = issue.teamSpans.at(-1);
  if (last) last.endedAt = at;
  issue.previousIdentifiers = [...issue.previousIdentifiers.filter((former) => former !== identifier), issue.identifier];
  issue.identifier = identifier;
  issue.teamSpans.push({ team: issue.team, identifier, startedAt: at, endedAt: null });
}

export function identifierAt(issue: Issue, at: number): string {
  const span = issue.teamSpans.find(({ endedAt }) => endedAt === null || at < endedAt);
  return span?.identifier ?? issue.identifier;
}
