import type { Team } from '../../company/team.ts';
import type { JiraSite } from '../site/jira-site.ts';
import type { Subject } from '../site/row.ts';

/** Takes a project, or a single issue, out of the sight of the credentials. */
export function hide({ hidden, index }: JiraSite, thing: Team | Subject['of']): void {
  hidden.add(thing);
  index.noteSight();
}

/** Lets the credentials see it again: nothing of it is changed by that. */
export function show({ hidden, index }: JiraSite, thing: Team | Subject['of']): void {
  hidden.delete(thing);
  index.noteSight();
}
