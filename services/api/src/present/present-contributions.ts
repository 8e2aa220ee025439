import type { Contributions } from '@speedtax/contract';
import { countIssuesPerDedicated, decideDedication } from '@speedtax/domain';
import type { Contributor, PersonSummary } from '@speedtax/storage/analytics';
import { presentMaybePerson } from './present-person.ts';

/** In the order of their names, so that a page never reads as a ranking. */
export function presentContributions(
  contributors: readonly Contributor[],
  people: ReadonlyMap<string, PersonSummary>,
  openIssues: number,
): Contributions {
  const assigned = contributors.filter(({ personId, intoMs }) => personId !== null && intoMs > 0);
  const shown = assigned
    .flatMap(({ personId, intoMs, totalMs }) => {
      const person = presentMaybePerson(personId, people);
      const verdict = decideDedication({ intoMs, totalMs });
      return person && verdict ? { person, startedMs: Math.round(intoMs), totalStartedMs: Math.round(totalMs), ...verdict } : [];
    })
    .sort((a, b) => a.person.name.localeCompare(b.person.name, 'en') || (a.person.personId < b.person.personId ? -1 : 1));
  const unassigned = contributors.find(({ personId }) => personId === null);
  return {
    people: shown,
    dedicated: shown.filter(({ dedication }) => dedication === 'dedicated').length,
    swarming: shown.filter(({ dedication }) => dedication === 'swarming').length,
    openIssuesPerDedicated: countIssuesPerDedicated(openIssues, assigned),
    coverage: {
      startedMs: Math.round(contributors.reduce((sum, { intoMs }) => sum + intoMs, 0)),
      unassignedMs: Math.round(unassigned?.intoMs ?? 0),
    },
  };
}
