import type { Issue, IssueHistory } from '../../company/issue.ts';
import type { Cycle } from '../../company/team.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { followSprints, sprintOf } from '../site/sprints.ts';
import { customItem } from './change-items.ts';
import type { ChangeItem } from './history.ts';

/** The list of sprints before and after: ids and names, divided by commas. */
export function sprintItems(site: JiraSite, issue: Issue, entry: IssueHistory): ChangeItem[] {
  const earlier = issue.history.slice(0, issue.history.indexOf(entry)).filter(({ toCycle }) => toCycle !== undefined);
  const before = earlier.reduce(followSprints, entry.fromCycle && earlier.length === 0 ? [entry.fromCycle] : []);
  const after = followSprints(before, entry);
  return [customItem('Sprint', site.fields.sprint, writeList(site, before), writeList(site, after))];
}

function writeList(site: JiraSite, cycles: readonly Cycle[]): { id: string; name: string } {
  const sprints = cycles.map((cycle) => sprintOf(site, cycle));
  return { id: sprints.map(({ id }) => id).join(', '), name: sprints.map(({ name }) => name).join(', ') };
}
