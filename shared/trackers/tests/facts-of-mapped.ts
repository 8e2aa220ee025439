import {
  analyze,
  buildCompany,
  type CompanyStory,
  dayMs,
  deriveSteps,
  type IssueStory,
  type KnownLink,
  type LinkChange,
  makeOrganizationClock,
  type SettledDependency,
  settleDependencies,
} from '@speedtax/domain';
import type { FactRows, FactTable, IssueChangeRow, IssueRow } from '../src/fact-rows.ts';
import type { Mapped } from '../src/mapped.ts';

/** Rows of many items, as storing them would leave them: of several with one key the last one. */
export function rowsOf<T extends FactTable>(mapped: readonly Mapped[], table: T): FactRows[T] {
  return mapped.flatMap(({ rows }) => (rows[table] ?? []) as unknown[]) as unknown as FactRows[T];
}

/** When blockers blocked, from the links and the changes of links that both ends tell; keys of any time name issues. */
export function settle(mapped: readonly Mapped[]): SettledDependency[] {
  const issueOf = new Map(rowsOf(mapped, 'issue_key').map(({ key, issue_id }) => [key, issue_id]));
  const links = new Map(
    rowsOf(mapped, 'issue_link').map(({ id, blocker_issue_id: blocker, blocked_issue_id: blocked }): [string, KnownLink] => [
      id,
      { blocker, blocked, createdAt: null, absentSince: null },
    ]),
  );
  const changes = rowsOf(mapped, 'issue_link_change').flatMap(({ issue_id, other_key, side, at, action, external_id }): LinkChange[] => {
    const other = issueOf.get(other_key);
    if (other === undefined) return [];
    const [blocker, blocked] = side === 'blocker' ? [issue_id, other] : [other, issue_id];
    return [{ blocker, blocked, at: Date.parse(at), action, toldBy: side, entry: external_id }];
  });
  return settleDependencies([...links.values()], changes);
}

/** The facts as the engine reads them. Far ends that are stubs are issues of no team. */
export function companyStory(mapped: readonly Mapped[]): CompanyStory {
  const categories = new Map(rowsOf(mapped, 'workflow_status').map(({ id, category }) => [id, category]));
  const issues = new Map(rowsOf(mapped, 'issue').map((row) => [row.id, row]));
  const stubs = mapped.flatMap(({ placeholders }) => [...(placeholders?.issue ?? [])]).filter(({ id }) => !issues.has(id));
  const changes = Map.groupBy(rowsOf(mapped, 'issue_change'), ({ issue_id }) => issue_id);
  const rows = [...issues.values(), ...new Map(stubs.map((row) => [row.id, row])).values()];
  const stepsOf = (row: IssueRow, field: IssueChangeRow['field'], today: string | null) =>
    deriveSteps(
      (changes.get(row.id) ?? [])
        .filter((change) => change.field === field)
        .map(({ at, from_id, to_id }) => ({ at: Date.parse(at), from: from_id, to: to_id })),
      { value: today, knownAt: Date.parse(row.updated_at) },
      Date.parse(row.created_at),
    );
  return {
    issues: rows.map(
      (row): IssueStory => ({
        id: row.id,
        createdAt: Date.parse(row.created_at),
        defect: row.is_defect,
        statuses: stepsOf(row, 'status', row.status_id).map(({ at, value }) => ({
          at,
          category: categories.get(value ?? '') ?? null,
        })),
        teams: stepsOf(row, 'team', row.team_id).map(({ at, value }) => ({ at, team: value })),
      }),
    ),
    dependencies: settle(mapped).map(({ blocker, blocked, from, to }) => ({ blocker, blocked, from, to })),
  };
}

export function analyzeMapped(mapped: readonly Mapped[], now: number) {
  const story = companyStory(mapped);
  const company = buildCompany(story);
  const first = Math.min(...story.issues.map(({ createdAt }) => createdAt));
  return {
    story,
    company,
    analysis: analyze(company, makeOrganizationClock('UTC', Math.floor(first / dayMs), Math.floor(now / dayMs) + 1), now),
  };
}
