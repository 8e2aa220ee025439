import type { MappingPreview } from '@speedtax/contract';
import type { SentencePart } from '../../parts/sentence.tsx';

const count = (n: number, one: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : `${one}s`}`;

/** "These 14 projects become 9 teams.": what comes of a tracker's words, on the issues that were read by now. */
export function prepareMeaning(
  { issues, projects, teams }: Pick<MappingPreview, 'issues' | 'projects' | 'teams'>,
  provider: 'linear' | 'jira',
  name: string,
): SentencePart[] {
  if (provider === 'linear') return ['Linear says itself what its teams, links and initiatives are: nothing has to be mapped.'];
  if (issues === 0) return [{ text: name }, ' is being read: what its words mean is shown on your own issues, in a moment.'];
  const known = teams.filter(({ externalId }) => externalId !== null).length;
  const teamless = teams.find(({ externalId }) => externalId === null)?.issues ?? 0;
  const rest =
    teamless > 0 ? `; ${count(teamless, 'issue')} of ${count(issues, 'issue')} looked at ${teamless === 1 ? 'has' : 'have'} none` : '';
  const [verb, these] = projects === 1 ? ['becomes', 'This'] : ['become', 'These'];
  return [`${these} ${count(projects, 'project')} ${verb} ${count(known, 'team')}${rest}.`];
}
