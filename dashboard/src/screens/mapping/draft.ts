import { z } from 'zod';

/** What is chosen on the page about a mapping, in the form in which it is edited. */
export interface Draft {
  source: TeamSource;
  /** Of the Team field; empty: the site's own. */
  field: string;
  groups: readonly DraftGroup[];
  rules: readonly DraftRule[];
  /** Id of a status → category. */
  statuses: Readonly<Record<string, string>>;
  /** Id of a link type → the phrase that says “this blocks that”. */
  linkTypes: Readonly<Record<string, string>>;
  initiativeLevel: number | null;
  ownerField: string;
  /** Choices that this page does not show, kept as they are. */
  others: Readonly<Record<string, unknown>>;
}
export interface DraftGroup {
  line: number;
  name: string;
  /** As typed, with commas between them. */
  keys: string;
}
export interface DraftRule {
  line: number;
  when: Readonly<Record<string, string>>;
  team: string;
}
export const teamSources = ['project', 'team-field', 'component', 'label', 'rule'] as const;
export type TeamSource = (typeof teamSources)[number];

const choices = z.looseObject({
  teams: z
    .object({
      source: z.enum(teamSources),
      field: z.string().nullable(),
      groups: z.array(z.object({ name: z.string(), keys: z.array(z.string()) })),
      rules: z.array(z.object({ when: z.record(z.string(), z.string()), team: z.string() })),
    })
    .default({ source: 'project', field: null, groups: [], rules: [] }),
  statuses: z.record(z.string(), z.string()).default({}),
  linkTypes: z.record(z.string(), z.object({ blocks: z.string() })).default({}),
  initiativeLevel: z.number().nullable().default(null),
  initiativeOwnerField: z.string().default('assignee'),
});

/** @param effective a mapping as the API answers it, with everything that was left out */
export function readDraft(effective: Record<string, unknown>): Draft {
  const { teams, statuses, linkTypes, initiativeLevel, initiativeOwnerField, ...others } = choices.parse(effective);
  return {
    source: teams.source,
    field: teams.field ?? '',
    groups: teams.groups.map(({ name, keys }, line) => ({ line, name, keys: keys.join(', ') })),
    rules: teams.rules.map((rule, line) => ({ line, ...rule })),
    statuses,
    linkTypes: Object.fromEntries(Object.entries(linkTypes).map(([id, { blocks }]) => [id, blocks])),
    initiativeLevel,
    ownerField: initiativeOwnerField,
    others,
  };
}

/** The choices as the API wants them; lines that are still empty are left out. */
export function writeChoices(draft: Draft, provider: 'linear' | 'jira'): Record<string, unknown> {
  if (provider === 'linear') return { ...draft.others, statuses: draft.statuses };
  const groups = draft.groups
    .map(({ name, keys }) => ({ name: name.trim(), keys: splitKeys(keys) }))
    .filter(({ name, keys }) => name !== '' || keys.length > 0);
  const rules = draft.rules
    .filter(({ when, team }) => team.trim() !== '' || Object.values(when).some((value) => value.trim() !== ''))
    .map(({ when, team }) => ({ when, team: team.trim() }));
  return {
    ...draft.others,
    teams: { source: draft.source, field: draft.field.trim() || null, groups, rules },
    statuses: draft.statuses,
    linkTypes: Object.fromEntries(Object.entries(draft.linkTypes).map(([id, blocks]) => [id, { blocks }])),
    initiativeLevel: draft.initiativeLevel,
    initiativeOwnerField: draft.ownerField.trim(),
  };
}

/** A choice among others by id; an empty one is taken back. */
export function choose(chosen: Readonly<Record<string, string>>, id: string, value: string): Record<string, string> {
  const { [id]: _, ...others } = chosen;
  return value === '' ? others : { ...others, [id]: value };
}

export function nextLine(lines: readonly { line: number }[]): number {
  return Math.max(-1, ...lines.map(({ line }) => line)) + 1;
}

function splitKeys(text: string): string[] {
  return [...new Set(text.split(',').map((key) => key.trim()))].filter((key) => key !== '');
}
