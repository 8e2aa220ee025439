import type { MappingPreview } from '@speedtax/contract';
import type { SentencePart } from '../../parts/sentence.tsx';

/** "14 projects become 9 teams." and what nobody can place; for a tracker that tells its teams itself, its statuses alone. */
export function prepareMappingSentence(outcome: MappingPreview, provider: 'linear' | 'jira', name: string): SentencePart[] {
  const unplaced = prepareUnplaced(outcome);
  const rest = unplaced.length > 0 ? `; ${listWords(unplaced)} still to be placed.` : ', and nothing is left to be placed.';
  if (provider === 'linear')
    return ['The words of ', { text: name }, ` are ${countOf(outcome.statuses.length, 'status', 'statuses')}${rest}`];
  if (outcome.issues === 0) return ['Nothing of ', { text: name }, ' has been read yet: the mapping can be chosen when it has.'];
  const verb = outcome.projects === 1 ? 'becomes' : 'become';
  return [
    { text: countOf(outcome.projects, 'project', 'projects') },
    ` of ${name} ${verb} `,
    { text: countOf(teamsOf(outcome).length, 'team', 'teams') },
    rest,
  ];
}

/** What would be different: "9 teams instead of 14", "2 statuses count as something else (31 issues)". */
export function prepareMappingChange(before: MappingPreview, after: MappingPreview): string[] {
  const words: string[] = [];
  const [teamsBefore, teamsAfter] = [teamsOf(before), teamsOf(after)];
  if (teamsBefore.length !== teamsAfter.length)
    words.push(`${countOf(teamsAfter.length, 'team', 'teams')} instead of ${teamsBefore.length}`);
  else if (!isSame(teamsBefore, teamsAfter, ({ externalId, name, issues }) => `${externalId} ${name} ${issues}`)) words.push('other teams');
  const [without, withoutAfter] = [teamless(before), teamless(after)];
  if (without !== withoutAfter) words.push(`${countOf(withoutAfter, 'issue', 'issues')} without a team instead of ${without}`);

  const category = new Map(before.statuses.map((status) => [status.id, status.category]));
  const moved = after.statuses.filter((status) => category.get(status.id) !== status.category);
  const movedIssues = moved.reduce((sum, { issues }) => sum + issues, 0);
  if (moved.length > 0) {
    const behind = movedIssues > 0 ? ` (${countOf(movedIssues, 'issue', 'issues')} in ${moved.length === 1 ? 'it' : 'them'} now)` : '';
    words.push(`${countOf(moved.length, 'status counts', 'statuses count')} as something else${behind}`);
  }
  const direction = new Map(before.linkTypes.map((type) => [type.id, type.blocks]));
  const turned = after.linkTypes.filter((type) => direction.get(type.id) !== type.blocks);
  const turnedLinks = turned.reduce((sum, { links }) => sum + links, 0);
  if (turned.length > 0)
    words.push(`${countOf(turned.length, 'link type reads', 'link types read')} otherwise (${countOf(turnedLinks, 'link', 'links')})`);
  if (before.initiativeLevel !== after.initiativeLevel) words.push(`initiatives are of level ${after.initiativeLevel ?? 'none'}`);
  return words;
}

function prepareUnplaced(outcome: MappingPreview): string[] {
  const statuses = outcome.statuses.filter(({ category }) => category === null).length;
  const links = outcome.linkTypes.filter(({ isUnclear }) => isUnclear).length;
  const issues = teamless(outcome);
  return [
    statuses > 0 ? countOf(statuses, 'status', 'statuses') : null,
    links > 0 ? countOf(links, 'link type', 'link types') : null,
    issues > 0 ? `${countOf(issues, 'issue', 'issues')} without a team` : null,
  ].filter((each) => each !== null);
}

const teamsOf = ({ teams }: MappingPreview) => teams.filter(({ externalId }) => externalId !== null);
const teamless = ({ teams }: MappingPreview) => teams.find(({ externalId }) => externalId === null)?.issues ?? 0;

function isSame<T>(some: readonly T[], others: readonly T[], textOf: (item: T) => string): boolean {
  return some.map(textOf).sort().join('\n') === others.map(textOf).sort().join('\n');
}

function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
