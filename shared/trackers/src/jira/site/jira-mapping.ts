import { z } from 'zod';

/**
 * What the user chooses for a Jira site. Everything may be left out; what is left out is decided from what the site says
 * of itself. Changing a choice fetches nothing: what is stored is read again.
 */

const teamGroup = z.strictObject({
  name: z.string().trim().min(1, 'name the team'),
  /** Keys of projects, ids or names of teams, names of components, or labels, as `source` says. */
  keys: z.array(z.string().trim().min(1)).min(1, 'name at least one key of this team').max(1_000),
});

const teamRule = z.strictObject({
  when: z
    .strictObject({
      project: z.string().optional(),
      component: z.string().optional(),
      label: z.string().optional(),
      team: z.string().optional(),
      issueType: z.string().optional(),
    })
    .refine((when) => Object.values(when).some((value) => value !== undefined), 'say when: project, component, label, team or issueType'),
  team: z.string().trim().min(1, 'name the team'),
});

const teamSources = ['project', 'team-field', 'component', 'label', 'rule'] as const;

const teams = z
  .strictObject({
    source: z.enum(teamSources, `choose one of ${teamSources.join(', ')}`).default('project'),
    /** Of `team-field`: the custom field, `customfield_10001`. Left out: the site's own field for teams. */
    field: z
      .string()
      .regex(/^customfield_\d+$/, 'name a custom field by its id, as in customfield_10001')
      .nullable()
      .default(null),
    /** Keys that form one team. Others are a team each; with labels there are no others. */
    groups: z.array(teamGroup).max(2_000).default([]),
    /** With `rule`, or ahead of any source: the first that fits decides. */
    rules: z.array(teamRule).max(2_000).default([]),
  })
  .superRefine(({ source, groups, rules }, context) => {
    if (source === 'rule' && rules.length === 0)
      context.addIssue({ code: 'custom', path: ['rules'], message: 'give at least one rule, or choose another source' });
    if (source === 'label' && groups.length === 0 && rules.length === 0)
      context.addIssue({ code: 'custom', path: ['groups'], message: 'name the labels that are teams: not every label is one' });
    for (const [place, { name, key }] of listTwiceGrouped(groups).entries())
      context.addIssue({ code: 'custom', path: ['groups', place], message: `'${key}' is in '${name}' already: a key belongs to one team` });
  });

const statusCategories = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled'] as const;
const statusCategory = z.enum(statusCategories, `choose one of ${statusCategories.join(', ')}`);

const linkDirections = ['outward', 'inward', 'none'] as const;
/** Which of a link type's two phrases says "this blocks that". */
export type LinkDirection = (typeof linkDirections)[number];
const linkType = z.preprocess(
  (value) => (typeof value === 'string' ? { blocks: value } : value),
  z.strictObject({ blocks: z.enum(linkDirections, `choose one of ${linkDirections.join(', ')}: the phrase that says "this blocks that"`) }),
);

const lowestPlanLevel = 1;

export const jiraMapping = z.strictObject({
  /** Or the source alone, in short. */
  teams: z.preprocess(
    (value) => (typeof value === 'string' ? { source: value } : value),
    teams.default(() => teams.parse({})),
  ),
  /** Status id → category. */
  statuses: z.record(z.string(), statusCategory).default({}),
  /** Link type id → direction. */
  linkTypes: z.record(z.string(), linkType).default({}),
  /** The level of the issues that are initiatives; 1: epics. null: the highest above epic that is in use, else epic. */
  initiativeLevel: z
    .number()
    .int('give a level, as in 2')
    .min(lowestPlanLevel, 'an initiative is an epic (level 1) or above')
    .nullable()
    .default(null),
  /** Who owns an initiative: `assignee`, `reporter`, `creator`, or a custom field that holds a person. */
  initiativeOwnerField: z
    .string()
    .regex(
      /^(assignee|reporter|creator|customfield_\d+)$/,
      'choose assignee, reporter, creator or the id of a custom field, as in customfield_10001',
    )
    .default('assignee'),
  /** Issue type id → level, where the site does not say or says it wrongly: −1 sub-task, 0 issue, 1 epic, 2 and more above. */
  levels: z.record(z.string(), z.number().int().min(-1).max(20)).default({}),
  /** Ids of the issue types that are defects; null: those whose name says so. */
  defectTypes: z.array(z.string()).nullable().default(null),
});

export type JiraMapping = z.output<typeof jiraMapping>;
export type JiraMappingInput = z.input<typeof jiraMapping>;

export const defaultJiraMapping: JiraMapping = jiraMapping.parse({});

function listTwiceGrouped(groups: readonly { name: string; keys: readonly string[] }[]): Map<number, { name: string; key: string }> {
  const owners = new Map<string, string>();
  const twice = new Map<number, { name: string; key: string }>();
  for (const [place, { name, keys }] of groups.entries()) {
    for (const key of keys) {
      const owner = owners.get(key);
      if (owner !== undefined && owner !== name) twice.set(place, { name: owner, key });
      owners.set(key, owner ?? name);
    }
  }
  return twice;
}
