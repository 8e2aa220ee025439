import type { Step } from '@speedtax/domain';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { teamOf } from '../site/read-custom.ts';
import type { JiraTeam, SignedProject } from '../site/teams/find-team.ts';
import type { DatedItem } from './order-entries.ts';
import { type Life, replayField, replaySet, unpackSet, type Value } from './replay-field.ts';
import { combineSteps, valueAt } from './step-at.ts';

/** Whose an issue was, by what it carried then and what the user makes of that. */
export function replayTeam(
  site: JiraSite,
  items: readonly DatedItem[],
  issue: IssuePayload,
  project: readonly Step<Value>[],
  projects: ReadonlyMap<string, SignedProject>,
  life: Life,
): Step<JiraTeam | null>[] {
  const { fields } = issue;
  const today = teamOf(issue, site.fields.team);
  const teamNames = namesIn(items, 'team');
  const typeNames = namesIn(items, 'type');
  const type = replayField(items, 'type', ({ from, to }) => [from, to], fields.issuetype.id, life);
  const team = replayField(items, 'team', ({ from, to }) => [from, to], today?.id ?? null, life);
  const components = replaySet(
    items,
    'components',
    ({ fromText, toText }) => ({ out: fromText === null ? [] : [fromText], in: toText === null ? [] : [toText] }),
    fields.components.map(({ name }) => name),
    life,
  );
  const labels = replaySet(items, 'labels', ({ fromText, toText }) => ({ out: words(fromText), in: words(toText) }), fields.labels, life);
  const answerAt = (at: number) => {
    const teamId = valueAt(team, at);
    const typeId = valueAt(type, at) ?? fields.issuetype.id;
    const projectId = valueAt(project, at) ?? fields.project.id;
    return site.teams({
      project: projects.get(projectId) ?? site.projects.get(projectId) ?? { id: projectId, key: projectId, name: projectId },
      components: unpackSet(valueAt(components, at)),
      labels: unpackSet(valueAt(labels, at)),
      team: teamId === null ? null : teamId === today?.id ? today : { id: teamId, name: teamNames.get(teamId) ?? teamId },
      issueType: { id: typeId, name: site.issueTypes.get(typeId)?.name ?? typeNames.get(typeId) ?? '' },
    });
  };
  const teams = new Map<string, JiraTeam>();
  const identityAt = (at: number) => {
    const answer = answerAt(at);
    if (typeof answer === 'string') return null;
    teams.set(answer.identity, answer);
    return answer.identity;
  };
  const instants = [...project, ...type, ...team, ...components, ...labels].map(({ at }) => at);
  const steps = combineSteps(instants, life.createdAt, identityAt);
  return steps.map(({ at, value }) => ({ at, value: value === null ? null : (teams.get(value) ?? null) }));
}

/** What the history called the values of a field. */
function namesIn(items: readonly DatedItem[], field: DatedItem['field']): ReadonlyMap<Value, Value> {
  const told = items.filter((each) => each.field === field);
  return new Map(told.flatMap(({ item }) => [[item.from, item.fromText] as const, [item.to, item.toText] as const]));
}

function words(text: string | null): string[] {
  return (text ?? '').split(/[\s"]+/).filter((word) => word !== '');
}
