import type { FieldPayload } from '../payloads/field.ts';

/** Ids of the custom fields that mean something here, `customfield_10020`; null: the site has none, or does not tell. */
export interface JiraFields {
  readonly epicLink: string | null;
  readonly epicName: string | null;
  readonly parentLink: string | null;
  readonly sprint: string | null;
  readonly team: string | null;
  readonly flagged: string | null;
  readonly storyPoints: string | null;
  readonly startDate: string | null;
  readonly targetStart: string | null;
  readonly targetEnd: string | null;
}

/** What makes a field, whatever it is called. In order of preference: some sites have an old and a new one. */
const customTypes: Partial<Record<keyof JiraFields, readonly string[]>> = {
  epicLink: ['com.pyxis.greenhopper.jira:gh-epic-link'],
  epicName: ['com.pyxis.greenhopper.jira:gh-epic-label'],
  parentLink: ['com.atlassian.jpo:jpo-custom-field-parent'],
  sprint: ['com.pyxis.greenhopper.jira:gh-sprint'],
  team: [
    'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team',
    'com.atlassian.teams:rm-teams-custom-field-team',
    'com.atlassian.rm.teams:rm-teams-custom-field-team',
  ],
  targetStart: ['com.atlassian.jpo:jpo-custom-field-baseline-start'],
  targetEnd: ['com.atlassian.jpo:jpo-custom-field-baseline-end'],
};

const numberType = 'com.atlassian.jira.plugin.system.customfieldtypes:float';
const storyPointTypes: ReadonlySet<string> = new Set([numberType, 'com.pyxis.greenhopper.jira:jsw-story-points']);
const checkboxType = 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes';
const dateType = 'com.atlassian.jira.plugin.system.customfieldtypes:datepicker';

const names = {
  flagged: new Set([
    'flagged',
    'markiert',
    'gekennzeichnet',
    'marqué',
    'signalé',
    'marcado',
    'sinalizado',
    'отмечено',
    'отмеченные',
    '已标记',
    'フラグ付き',
    'フラグ',
  ]),
  storyPoints: new Set(['story points', 'story point estimate', 'storypoints', 'story-points', '故事点', 'ストーリーポイント']),
  startDate: new Set(['start date', 'startdatum', 'date de début', 'fecha de inicio', 'дата начала', '开始日期', '開始日']),
} as const;

export function findFields(fields: readonly FieldPayload[]): JiraFields {
  const custom = fields.filter(({ id }) => id.startsWith('customfield_'));
  const byType = (meaning: keyof JiraFields) => {
    for (const type of customTypes[meaning] ?? []) {
      const found = custom.find(({ schema }) => schema?.custom === type);
      if (found) return found.id;
    }
    return null;
  };
  const byName = (meaning: keyof typeof names, isType: (type: string | null) => boolean) =>
    custom.find((field) => isType(field.schema?.custom ?? null) && isNamed(field, names[meaning]))?.id ?? null;
  return {
    epicLink: byType('epicLink'),
    epicName: byType('epicName'),
    parentLink: byType('parentLink'),
    sprint: byType('sprint'),
    team: byType('team'),
    flagged: byName('flagged', (type) => type === checkboxType),
    storyPoints: byName('storyPoints', (type) => type === null || storyPointTypes.has(type)),
    startDate: byName('startDate', (type) => type === null || type === dateType),
    targetStart: byType('targetStart'),
    targetEnd: byType('targetEnd'),
  };
}

function isNamed({ name, untranslatedName }: FieldPayload, known: ReadonlySet<string>): boolean {
  return [name, untranslatedName].some((each) => each !== null && known.has(each.trim().toLowerCase()));
}

/** Whether a change is one of the flag: its field has no type in histories, and on servers no id either. */
export function isFlagField(fields: JiraFields, { field, fieldId }: { field: string; fieldId: string | null }): boolean {
  return fieldId !== null && fields.flagged !== null ? fieldId === fields.flagged : names.flagged.has(field.trim().toLowerCase());
}
