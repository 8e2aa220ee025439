import { z } from 'zod';
import { id } from './common.ts';

const category = z.enum(['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled']);
const direction = z.enum(['outward', 'inward', 'none']);

/** The shape; which ids, keys and levels there are, `getConnectionMapping` tells. Whoever reads the tracker checks the rest. */
export const mappingChoices = z
  .looseObject({
    teams: z
      .unknown()
      .optional()
      .describe(
        "Jira: {source: 'project' | 'team-field' | 'component' | 'label' | 'rule', field?, groups?: [{name, keys}], rules?: [{when: {project?, component?, label?, team?, issueType?}, team}]}; project by default",
      ),
    statuses: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('id of a status → triage, backlog, unstarted, started, completed or canceled'),
    linkTypes: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("Jira: id of a link type → {blocks: 'outward' | 'inward' | 'none'}: the phrase that says “this blocks that”"),
    initiativeLevel: z
      .unknown()
      .optional()
      .describe('Jira: the level of the issues that are initiatives; 1 is epics; null: the highest in use'),
    initiativeOwnerField: z.unknown().optional().describe('Jira: assignee, reporter, creator or a custom field; assignee by default'),
    levels: z.unknown().optional().describe('Jira: id of an issue type → its level, where the site says it wrongly'),
    defectTypes: z.unknown().optional().describe('Jira: ids of the issue types that are defects; null: those whose name says so'),
  })
  .meta({ id: 'MappingChoices' });

/** What a mapping makes of the issues that were read, or of so many of them. What nobody could place comes first everywhere. */
export const mappingPreview = z
  .object({
    issues: z.int().describe('issues that this was tried on'),
    projects: z.int(),
    teams: z.array(
      z.object({
        externalId: z.string().nullable().describe('null: issues of no team'),
        name: z.string().nullable(),
        issues: z.int(),
        examples: z.array(z.string()).describe('keys of issues'),
      }),
    ),
    statuses: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        category: category.nullable().describe('null: nobody can tell'),
        isDecided: z.boolean().describe('chosen, not found'),
        issues: z.int(),
      }),
    ),
    linkTypes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        inward: z.string(),
        outward: z.string(),
        blocks: direction,
        proposed: direction.describe('what the phrases say'),
        isUnclear: z.boolean().describe('it sounds like blocking and does not say who blocks whom'),
        links: z.int(),
        examples: z.array(z.string()),
      }),
    ),
    levels: z.array(z.object({ level: z.int(), issueTypes: z.array(z.string()), issues: z.int() })),
    initiativeLevel: z.int().nullable(),
  })
  .meta({ id: 'MappingPreview' });
export type MappingPreview = z.infer<typeof mappingPreview>;

export const connectionMapping = z.object({
  provider: z.enum(['linear', 'jira']),
  mapping: mappingChoices.describe('what was chosen'),
  effective: mappingChoices.describe('the same, with everything that was left out'),
  isApplied: z.boolean().describe('false: what was read is being mapped again'),
  outcome: mappingPreview,
});
export type ConnectionMapping = z.infer<typeof connectionMapping>;

export const mappingChange = z.object({
  syncId: id.describe('maps again what was read'),
  mapping: mappingChoices,
  effective: mappingChoices,
});
