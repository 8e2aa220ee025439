import type { Issue, IssueHistory } from '../../company/issue.ts';
import type { Team } from '../../company/team.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { teamFieldValue } from '../site/team-field.ts';
import { componentOf, listLabels } from '../site/team-marks.ts';
import { changeItem, customItem, plainItem } from './change-items.ts';
import type { ChangeItem } from './history.ts';

/** A move to another project: its key and project change in one entry, and the team that the issue is given to. */
export function moveItems(site: JiraSite, issue: Issue, { createdAt, fromTeam, toTeam }: IssueHistory): ChangeItem[] {
  const place = issue.teamSpans.findIndex(({ team, startedAt }) => startedAt === createdAt && team === toTeam);
  const [before, after] = [issue.teamSpans[place - 1], issue.teamSpans[place]];
  if (!fromTeam || !toTeam || !before || !after) return [];
  const project = (team: Team) => ({ id: String(site.numbers.of('project', team)), name: team.name });
  return [
    plainItem('Key', { name: before.identifier }, { name: after.identifier }),
    changeItem('project', project(fromTeam), project(toTeam)),
    customItem('Team', site.fields.team, teamFieldValue(site, fromTeam), teamFieldValue(site, toTeam)),
    ...markItems(site, issue, fromTeam, toTeam),
  ];
}

/** A component goes and another comes; of labels, the whole list is told. */
function markItems(site: JiraSite, issue: Issue, from: Team, to: Team): ChangeItem[] {
  if (site.settings.teamMark === 'component') {
    return [
      { ...changeItem('components', componentOf(site, from), null), field: 'Component' },
      { ...changeItem('components', null, componentOf(site, to)), field: 'Component' },
    ];
  }
  if (site.settings.teamMark !== 'label') return [];
  const list = (team: Team) => ({ id: '', name: listLabels(site, issue, team).join(' ') });
  return [changeItem('labels', list(from), list(to))];
}
