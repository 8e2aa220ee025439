import type { Identities } from '@speedtax/contract';
import type { SentencePart } from '../../parts/sentence.tsx';

/** "12 people and 4 teams are one in several trackers; 1 pair of teams may be.": or why there is nobody. */
export function prepareIdentitiesSentence({ joined, proposed }: Identities, connections: number): SentencePart[] {
  if (connections < 2) return ['One tracker is read, so nobody is known twice.'];
  const people = joined.filter(({ kind }) => kind === 'person').length;
  const teams = joined.length - people;
  const open: SentencePart[] = proposed.length === 0 ? ['.'] : ['; ', { text: sayPairs(proposed.length) }, ' may be.'];
  if (joined.length === 0) return ['Nobody and no team is known to be in several trackers', ...open];
  return [{ text: sayPeople(people) }, ' and ', { text: sayTeams(teams) }, ' are one in several trackers', ...open];
}

const sayPeople = (count: number) => (count === 1 ? '1 person' : `${count === 0 ? 'No' : count} people`);
const sayTeams = (count: number) => (count === 1 ? '1 team' : `${count === 0 ? 'no' : count} teams`);
const sayPairs = (count: number) => (count === 1 ? '1 pair of teams' : `${count} pairs of teams`);
