import type { CustomField } from '../site/field-ids.ts';
import type { JiraSite } from '../site/jira-site.ts';

interface FieldSchema {
  readonly type: string;
  readonly items?: string;
}

const SYSTEM: readonly (readonly [id: string, name: string, schema: FieldSchema])[] = [
  ['summary', 'Summary', { type: 'string' }],
  ['status', 'Status', { type: 'status' }],
  ['issuetype', 'Issue Type', { type: 'issuetype' }],
  ['project', 'Project', { type: 'project' }],
  ['assignee', 'Assignee', { type: 'user' }],
  ['reporter', 'Reporter', { type: 'user' }],
  ['creator', 'Creator', { type: 'user' }],
  ['created', 'Created', { type: 'datetime' }],
  ['updated', 'Updated', { type: 'datetime' }],
  ['priority', 'Priority', { type: 'priority' }],
  ['resolution', 'Resolution', { type: 'resolution' }],
  ['resolutiondate', 'Resolved', { type: 'datetime' }],
  ['duedate', 'Due date', { type: 'date' }],
  ['labels', 'Labels', { type: 'array', items: 'string' }],
  ['components', 'Components', { type: 'array', items: 'component' }],
  ['issuelinks', 'Linked Issues', { type: 'array', items: 'issuelinks' }],
  ['subtasks', 'Sub-tasks', { type: 'array', items: 'issuelinks' }],
];

const CUSTOM: Readonly<Record<CustomField, readonly [name: string, custom: string, schema: FieldSchema]>> = {
  team: ['Team', 'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team', { type: 'team' }],
  epicName: ['Epic Name', 'com.pyxis.greenhopper.jira:gh-epic-label', { type: 'string' }],
  epicLink: ['Epic Link', 'com.pyxis.greenhopper.jira:gh-epic-link', { type: 'any' }],
  parentLink: ['Parent Link', 'com.atlassian.jpo:jpo-custom-field-parent', { type: 'any' }],
  startDate: ['Start date', 'com.atlassian.jira.plugin.system.customfieldtypes:datepicker', { type: 'date' }],
  storyPoints: ['Story Points', 'com.atlassian.jira.plugin.system.customfieldtypes:float', { type: 'number' }],
  sprint: ['Sprint', 'com.pyxis.greenhopper.jira:gh-sprint', { type: 'array', items: 'json' }],
  flagged: ['Flagged', 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes', { type: 'array', items: 'option' }],
};
/** Data Center's teams come with its roadmaps. */
const SERVER_TEAM = 'com.atlassian.teams:rm-teams-custom-field-team';

export function presentFields({ fields, isCloud }: JiraSite) {
  const flags = { orderable: true, navigable: true, searchable: true };
  const system = SYSTEM.map(([id, name, schema]) => ({
    id,
    ...(isCloud && { key: id }),
    name,
    custom: false,
    ...flags,
    clauseNames: [id],
    schema: { ...schema, system: id },
  }));
  const custom = Object.entries(CUSTOM).map(([role, [name, type, schema]]) => {
    const id = fields[role as CustomField];
    const customId = Number(id.split('_')[1]);
    const isServerTeam = role === 'team' && !isCloud;
    return {
      id,
      ...(isCloud && { key: id }),
      name,
      custom: true,
      ...flags,
      clauseNames: [`cf[${customId}]`, name],
      schema: { ...schema, ...(isServerTeam && { type: 'any' }), custom: isServerTeam ? SERVER_TEAM : type, customId },
    };
  });
  return [...system, ...custom];
}
