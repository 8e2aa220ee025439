import { describe, expect, it } from 'vitest';
import { decideInitiativeLevel, decideLevel, isDefectType } from './levels.ts';

const type = (name: string, told: { subtask?: boolean; hierarchyLevel?: number } = {}) => ({
  id: '1',
  name,
  untranslatedName: null,
  subtask: told.subtask ?? null,
  hierarchyLevel: told.hierarchyLevel ?? null,
});
const nothing = { chosen: undefined, isEpicType: false };

describe('the level of an issue type', () => {
  it.each([
    ['what Cloud says', type('Epic', { hierarchyLevel: 0 }), nothing, 0],
    ['what the user says, whatever Cloud says', type('Feature', { hierarchyLevel: 0 }), { ...nothing, chosen: 1 }, 1],
    ['below issues for sub-tasks of a server', type('Sub-task', { subtask: true }), nothing, -1],
    ['that of epics where the name says so', type('Эпик'), nothing, 1],
    ['that of epics where its issues show it', type('Vorhaben'), { ...nothing, isEpicType: true }, 1],
    ['above epics where the name says so', type('Initiative'), nothing, 2],
    ['that of issues for all others', type('Story'), nothing, 0],
  ])('is %s', (_, told, evidence, expected) => {
    expect(decideLevel(told, evidence)).toBe(expected);
  });
});

describe('the level of initiatives', () => {
  it.each([
    ['the highest above epic that is in use', null, [1, 2, 3], 3],
    ['epic, where nothing above is in use', null, [1], 1],
    ['none, where nothing is above issues', null, [], null],
    ['what the user says', 2, [1, 2, 3], 2],
  ])('is %s', (_, chosen, inUse, expected) => {
    expect(decideInitiativeLevel(chosen, new Set(inUse))).toBe(expected);
  });
});

describe('a defect', () => {
  it.each(['Bug', 'Defect', 'Production bug', 'Fehler', 'Ошибка', '缺陷', 'バグ', 'Incident'])('is an issue of type %s', (name) => {
    expect(isDefectType(type(name), null)).toBe(true);
  });

  it.each(['Story', 'Task', 'Debugging'])('is no issue of type %s', (name) => {
    expect(isDefectType(type(name), null)).toBe(false);
  });

  it('is what the user says', () => {
    expect(isDefectType(type('Bug'), [])).toBe(false);
    expect(isDefectType(type('Story'), ['1'])).toBe(true);
  });
});
