import { findIssueByIdentifier } from '../../company/find-issue.ts';
import type { Team } from '../../company/team.ts';
import type { JiraSite } from './jira-site.ts';
import type { Row, Subject } from './row.ts';

/** The project an issue is in: the team it belongs to. */
export function teamOf(site: JiraSite, { kind, of }: Subject): Team {
  return kind === 'issue' ? of.team : site.planKeys.teamOf(of);
}

export function keyOf(site: JiraSite, { kind, of }: Subject): string {
  return kind === 'issue' ? of.identifier : site.planKeys.keyOf(of);
}

/** By id, by today's key, or by a key of before a move. What the credentials cannot see is not found. */
export function findRow(site: JiraSite, idOrKey: string): Row | undefined {
  const row = /^\d+$/.test(idOrKey) ? site.index.findByNumber(Number(idOrKey)) : findByKey(site, idOrKey.toUpperCase());
  return row && isVisible(site, row.subject) ? row : undefined;
}

export function isVisible(site: JiraSite, subject: Subject): boolean {
  return !site.hidden.has(subject.of) && !site.hidden.has(teamOf(site, subject));
}

function findByKey(site: JiraSite, key: string): Row | undefined {
  const issue = findIssueByIdentifier(site.company, key);
  if (issue) return site.index.find(issue);
  const [, teamKey, number] = /^(.+)-(\d+)$/.exec(key) ?? [];
  const plan = teamKey === undefined ? undefined : site.planKeys.find(teamKey, Number(number));
  return plan && site.index.find(plan);
}
