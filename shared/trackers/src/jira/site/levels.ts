import type { IssueTypePayload } from '../payloads/issue-type.ts';
import { says, type Vocabulary } from './statuses/says.ts';

export const subTaskLevel = -1;
export const issueLevel = 0;
export const epicLevel = 1;

const epicWords: Vocabulary = {
  wordStarts: [],
  wholeNames: ['epic', 'epics', 'epik', 'épopée', 'épica', 'épico', 'epopeya', 'эпик'],
  signs: ['长篇故事', '史诗', 'エピック', '에픽'],
};
/** What is commonly put above epics; where a site says levels, or its issues show them, names decide nothing. */
const initiativeWords: Vocabulary = {
  wordStarts: [],
  wholeNames: ['initiative', 'initiatives', 'portfolio epic', 'initiativ', 'iniciativa', 'инициатива', 'theme', 'legend', 'saga'],
  signs: ['计划项', '举措', 'イニシアチブ', '이니셔티브'],
};

/** What is known of a type beyond its own payload. */
export interface LevelEvidence {
  /** The user's choice. */
  readonly chosen: number | undefined;
  /** Issues of this type carry the name of an epic, or others name them as their epic. */
  readonly isEpicType: boolean;
}

/** Cloud says a type's level; of a server it is put together from what its issues show. */
export function decideLevel(
  { name, untranslatedName, subtask, hierarchyLevel }: IssueTypePayload,
  { chosen, isEpicType }: LevelEvidence,
): number {
  if (chosen !== undefined) return chosen;
  if (hierarchyLevel !== null) return hierarchyLevel;
  if (subtask) return subTaskLevel;
  if (isEpicType || says(epicWords, name, untranslatedName)) return epicLevel;
  return says(initiativeWords, name, untranslatedName) ? epicLevel + 1 : issueLevel;
}

/** The user's choice, else the highest level above epic that is in use, else epic; null: there is nothing above issues. */
export function decideInitiativeLevel(chosen: number | null, inUse: ReadonlySet<number>): number | null {
  if (chosen !== null) return chosen;
  const highest = Math.max(issueLevel, ...inUse);
  return highest > issueLevel ? highest : null;
}

const defectWords: Vocabulary = {
  wordStarts: ['bug', 'defect', 'fehler', 'defekt', 'bogue', 'anomalie', 'defecto', 'defeito', 'дефект', 'ошибк', 'баг', 'błąd', 'difetto'],
  wholeNames: ['error', 'incident', 'problem', 'falha'],
  signs: ['缺陷', '故障', '错误', 'バグ', '不具合', '障害', '버그', '결함'],
};

export function isDefectType({ id, name, untranslatedName }: IssueTypePayload, chosen: readonly string[] | null): boolean {
  return chosen === null ? says(defectWords, name, untranslatedName) : chosen.includes(id);
}
