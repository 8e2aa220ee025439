import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactRow, FactTransaction } from './upsert-facts.ts';

/** Rows of issues, where those without a project have that of their parent, as far as the parent is among them or stored. */
export async function fillProjectsFromParents(
  trx: FactTransaction,
  { organizationId }: FactPlace,
  issues: readonly FactRow<'issue'>[],
): Promise<FactRow<'issue'>[]> {
  const inherits = (issue: FactRow<'issue'>) => issue.project_id === null && issue.parent_id !== null;
  const parentIds = new Set(issues.filter(inherits).map((issue) => issue.parent_id as string));
  const projects = await findProjects(trx, organizationId, [...parentIds]);
  for (const { id, project_id } of issues) if (parentIds.has(id)) projects.set(id, project_id ?? null);
  return issues.map((issue) => (inherits(issue) ? { ...issue, project_id: projects.get(issue.parent_id as string) ?? null } : issue));
}

/** Lets the parts of these issues follow them where they have moved to another project. */
export async function moveWithParents(trx: FactTransaction, { organizationId }: FactPlace, parentIds: readonly string[]): Promise<void> {
  if (parentIds.length === 0) return;
  await sql`
    update issue i set project_id = p.project_id from issue p
    where p.organization_id = ${organizationId} and p.id = any(${parentIds}::uuid[])
      and i.organization_id = p.organization_id and i.parent_id = p.id and not i.is_stub and i.project_id is distinct from p.project_id
  `.execute(trx);
}

async function findProjects(trx: FactTransaction, organizationId: string, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; project: string | null }>`
    select id, project_id as project from issue where organization_id = ${organizationId} and id = any(${ids}::uuid[])
  `.execute(trx);
  return new Map(rows.map(({ id, project }) => [id, project]));
}
