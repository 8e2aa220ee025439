/** The part of the address that every page keeps: the range as written, or undefined for the default one. */
export interface KeptView {
  range?: string | undefined;
}

export const overviewLink = (view: KeptView) => link('/', view);
export const teamsLink = (view: KeptView) => link('/teams', view);
export const teamLink = (teamId: string, view: KeptView) => link(`/teams/${teamId}`, view);
export const initiativesLink = (view: KeptView) => link('/initiatives', view);
export const initiativeLink = (initiativeId: string, view: KeptView) => link(`/initiatives/${initiativeId}`, view);
export const dependenciesLink = (view: KeptView, by?: 'direct' | 'root') => link('/dependencies', view, { by });
/** The planning pack of a quarter like 2026-Q3; without one, of the last that has ended. */
export const reportsLink = (view: KeptView, quarter?: string) => link('/reports', view, { quarter });
export const alertsLink = (view: KeptView) => link('/alerts', view);
export const connectionsLink = (view: KeptView) => link('/connections', view);
export const settingsLink = (view: KeptView) => link('/settings', view);
export const auditLink = (cursor: string) => link('/settings/audit', {}, { cursor });
export const coverageLink = () => link('/coverage', {});
/** Connecting a tracker, from choosing it; `renewId`: a connection that is to be given other credentials. */
export const connectLink = (tracker?: string, renewId?: string) => link('/connect', {}, { tracker, renew: renewId });
export const connectedLink = (connectionId: string) => link(`/connect/${connectionId}`, {});
export const mappingLink = (connectionId: string) => link(`/connections/${connectionId}/mapping`, {});
/** People and teams that are the same in several trackers. */
export const identitiesLink = () => link('/connections/identities', {});
export const issueLink = (issueId: string, view: KeptView) => link(`/issues/${issueId}`, view);

/** The issues behind a figure: of a team, of a pair of teams, of an initiative; `now` keeps those that wait at the data cut-off. */
export interface IssuesFilter {
  teamId?: string | undefined;
  blockingTeamId?: string | undefined;
  initiativeId?: string | undefined;
  now?: boolean | undefined;
  /** Instead of those that waited: those that were marked as impeded, and did not wait. */
  flagged?: boolean | undefined;
}
export const issuesLink = (filter: IssuesFilter, view: KeptView) =>
  link('/issues', view, {
    team: filter.teamId,
    blocking: filter.blockingTeamId,
    initiative: filter.initiativeId,
    now: filter.now ? '1' : undefined,
    flagged: filter.flagged ? '1' : undefined,
  });

/** The issues of one cell of the matrix. */
export const pairLink = (waitingTeamId: string, blockingTeamId: string, view: KeptView) =>
  issuesLink({ teamId: waitingTeamId, blockingTeamId }, view);

function link(path: string, view: KeptView, extra: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ range: view.range, ...extra })) if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
