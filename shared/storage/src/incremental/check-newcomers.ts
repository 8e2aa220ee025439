import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { DoubtError } from './doubt.ts';
import type { Formers, Memory } from './memory.ts';

/** So many facts that name newcomers are looked at; where there are more, much is new. */
const mostNaming = 3_000;

/**
 * People and projects that are new: as long as no fact named them before, what was derived is as if they had always been there.
 * @throws DoubtError where one did
 */
export async function checkNewcomers(trx: Transaction<Tables>, organizationId: string, { newcomers, formers }: Memory): Promise<void> {
  const { person, project } = newcomers;
  if (person.length + project.length === 0) return;
  const isNew = new Set([...person, ...project]);
  const { rows: issues } = await sql<{ key: string }>`
    select id::text as key from issue
    where organization_id = ${organizationId} and (project_id = any(${project}::uuid[]) or assignee_id = any(${person}::uuid[]))
    limit ${mostNaming}
  `.execute(trx);
  checkFormers(issues, formers.issue, (row) => isNew.has(String(row.project_id)) || isNew.has(String(row.assignee_id)));
  if (person.length === 0) return;
  const { rows: changes } = await sql<{ key: string }>`
    select concat_ws(' ', issue_id, field, external_id) as key from issue_change
    where organization_id = ${organizationId} and field = 'assignee' and (from_id = any(${person}::text[]) or to_id = any(${person}::text[]))
    limit ${mostNaming}
  `.execute(trx);
  checkFormers(changes, formers.issue_change, (row) => isNew.has(String(row.from_id)) || isNew.has(String(row.to_id)));
}

/** Whatever names a newcomer must have changed since the last analysis, and nothing that changed may have named one before. */
function checkFormers(naming: readonly { key: string }[], formers: Formers, named: (row: Record<string, unknown>) => boolean): void {
  const wasNamed = naming.length === mostNaming || naming.some(({ key }) => !formers.has(key));
  if (wasNamed || [...formers.values()].some((row) => row !== null && named(row)))
    throw new DoubtError('a person or project is new that facts may have named before');
}
