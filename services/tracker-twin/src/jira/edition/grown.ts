import type { Edition } from './edition.ts';
import { makeEnglishEdition } from './english.ts';

/** A site grown over years: dependencies are said from the other end, and the type had other phrases until an instant. */
export function makeGrownEdition(renamedAt: number): Edition {
  const english = makeEnglishEdition('data-center');
  const past = { until: renamedAt, outward: 'depends', inward: 'is a dependency of' };
  const blocks = { id: '12310360', name: 'Dependency', outward: 'depends on', inward: 'is depended on by', saidOfFirst: 'inward' } as const;
  return { ...english, linkTypes: { ...english.linkTypes, blocks: { ...blocks, past } } };
}
