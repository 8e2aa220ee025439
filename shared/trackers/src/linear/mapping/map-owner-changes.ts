import { z } from 'zod';
import { deriveId } from '../../derive-id.ts';
import type { InitiativeOwnerChangeRow } from '../../fact-rows.ts';
import type { InitiativeHistoryNode } from '../queries/initiatives.ts';

/**
 * Changes of owner out of an initiative's history. Its entries are untyped JSON that the tracker does not document, so
 * only what plainly names an old and a new owner is taken; changes that are missed here are seen by later syncs.
 */
export function mapOwnerChanges(
  history: readonly InitiativeHistoryNode[],
  initiativeId: string,
  connectionId: string,
): InitiativeOwnerChangeRow[] {
  const changes = new Map<string, InitiativeOwnerChangeRow>();
  const personId = (externalId: string | null) => (externalId ? deriveId(connectionId, 'person', externalId) : null);
  for (const { createdAt, entries } of history) {
    for (const { from, to } of ownerChangesIn(entries)) {
      const change = {
        initiative_id: initiativeId,
        at: createdAt,
        from_person_id: personId(from),
        to_person_id: personId(to),
        source: 'history',
      } as const;
      if (from !== to) changes.set(createdAt, change);
    }
  }
  return [...changes.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

interface OwnerChange {
  from: string | null;
  to: string | null;
}

const who = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id), z.null()])
  .nullish()
  .transform((value) => value ?? null);

const asPair = z
  .object({ fromOwnerId: who, toOwnerId: who })
  .transform(({ fromOwnerId, toOwnerId }) => ({ from: fromOwnerId, to: toOwnerId }));
const asFromTo = z.object({ from: who, to: who });
const asTuple = z.tuple([who, who]).transform(([from, to]) => ({ from, to }));

function ownerChangesIn(entries: unknown): OwnerChange[] {
  if (Array.isArray(entries)) return entries.flatMap((entry) => ownerChangesIn(entry));
  if (typeof entries !== 'object' || entries === null) return [];
  const fields = entries as Record<string, unknown>;
  if ('fromOwnerId' in fields || 'toOwnerId' in fields) return parsed(asPair, fields);
  const owner = fields.ownerId ?? fields.owner;
  if (Array.isArray(owner)) return parsed(asTuple, owner);
  return typeof owner === 'object' && owner !== null && ('from' in owner || 'to' in owner) ? parsed(asFromTo, owner) : [];
}

function parsed(shape: z.ZodType<OwnerChange>, value: unknown): OwnerChange[] {
  const answer = shape.safeParse(value);
  return answer.success ? [answer.data] : [];
}
