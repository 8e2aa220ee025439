import type { JiraMapping } from '../jira-mapping.ts';

/** What of an issue at an instant tells whose it is. */
export interface TeamSigns {
  readonly project: SignedProject;
  readonly components: readonly string[];
  readonly labels: readonly string[];
  /** The value of the team field. */
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly issueType: { readonly id: string; readonly name: string };
}

/** Today's key and name of a project, or the last ones known of one that is gone. */
export interface SignedProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface JiraTeam {
  /** What its id here is made of; stays the same when a project gets another key. */
  readonly identity: string;
  readonly externalId: string;
  readonly name: string;
  /** What the issue carries says several teams, and neither a rule nor the groups which comes first: this one does by its name. */
  readonly isOneOfSeveral?: true;
}

export type TeamAnswer = JiraTeam | 'none';
export type TeamFinder = (signs: TeamSigns) => TeamAnswer;

/** The user's rules decide first; then what the source says, in the order of the groups; of several teams left the first by name. */
export function makeTeamFinder({ teams }: Pick<JiraMapping, 'teams'>): TeamFinder {
  const groupOf = new Map(teams.groups.flatMap(({ name, keys }, place) => keys.map((key) => [fold(key), { name, place }] as const)));
  const named = (name: string): JiraTeam => ({ identity: `named:${name}`, externalId: name, name });

  /** Other words for one thing, such as id and name of a team. */
  const teamOf = (words: readonly string[], alone: JiraTeam): { team: JiraTeam; place: number } => {
    const group = words.map((word) => groupOf.get(fold(word))).find((each) => each !== undefined);
    return group ? { team: named(group.name), place: group.place } : { team: alone, place: teams.groups.length };
  };

  const candidatesOf: Record<JiraMapping['teams']['source'], (signs: TeamSigns) => { team: JiraTeam; place: number }[]> = {
    project: ({ project: { id, key, name } }) => [teamOf([key, id], { identity: `project:${id}`, externalId: key, name })],
    'team-field': ({ team }) =>
      team === null ? [] : [teamOf([team.id, team.name], { identity: `field:${team.id}`, externalId: team.id, name: team.name })],
    component: ({ components }) =>
      components.map((name) => teamOf([name], { identity: `component:${fold(name)}`, externalId: name, name })),
    label: ({ labels }) => labels.filter((label) => groupOf.has(fold(label))).map((label) => teamOf([label], named(label))),
    rule: () => [],
  };

  return (signs) => {
    const rule = teams.rules.find(({ when }) => fits(when, signs));
    if (rule) return named(rule.team);
    const candidates = candidatesOf[teams.source](signs);
    const first = Math.min(...candidates.map(({ place }) => place));
    const distinct = new Map(candidates.filter(({ place }) => place === first).map(({ team }) => [team.identity, team]));
    const [team] = [...distinct.values()].sort((a, b) => byName.compare(a.name, b.name) || (a.identity < b.identity ? -1 : 1));
    if (team === undefined) return 'none';
    return distinct.size === 1 ? team : { ...team, isOneOfSeveral: true };
  };
}

type When = JiraMapping['teams']['rules'][number]['when'];

function fits({ project, component, label, team, issueType }: When, signs: TeamSigns): boolean {
  const isOneOf = (wanted: string | undefined, ...values: (string | null | undefined)[]) =>
    wanted === undefined || values.some((value) => value !== null && value !== undefined && fold(value) === fold(wanted));
  return (
    isOneOf(project, signs.project.id, signs.project.key) &&
    isOneOf(component, ...signs.components) &&
    isOneOf(label, ...signs.labels) &&
    isOneOf(team, signs.team?.id, signs.team?.name) &&
    isOneOf(issueType, signs.issueType.id, signs.issueType.name)
  );
}

/** The same on every machine. */
const byName = new Intl.Collator('en');

function fold(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}
