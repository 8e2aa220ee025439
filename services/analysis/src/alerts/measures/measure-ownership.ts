import type { Figure } from '../figure.ts';
import type { MeasureScope } from '../make-measures.ts';

/** 1 where nobody, or more than one, is accountable for an initiative, or whoever is has others too. */
export async function measureOwnership({ subjects }: MeasureScope): Promise<Map<string, Figure>> {
  const isLacking = subjects.filter(
    ({ ownership, ownerSpan }) => ownership === 'unowned' || ownership === 'diluted' || (ownerSpan ?? 0) > 1,
  );
  return new Map(isLacking.map(({ id }) => [id, { value: 1, edges: [] }]));
}
