import { describe, expect, it } from 'vitest';
import { fieldPayload } from '../payloads/field.ts';
import { findFields } from './find-fields.ts';

const field = (id: string, name: string, custom: string | null = null, untranslatedName?: string) =>
  fieldPayload.parse({ id, name, untranslatedName, ...(custom !== null && { schema: { custom } }) });
const ofJira = (type: string) => `com.atlassian.jira.plugin.system.customfieldtypes:${type}`;

describe('the fields of a site', () => {
  it('are found by what makes them, whatever they are called', () => {
    const found = findFields([
      field('customfield_1', 'Итерация', 'com.pyxis.greenhopper.jira:gh-sprint'),
      field('customfield_2', 'Vorhaben', 'com.pyxis.greenhopper.jira:gh-epic-link'),
      field('customfield_3', 'Squad', ofJira('atlassian-team')),
    ]);
    expect(found).toMatchObject({ sprint: 'customfield_1', epicLink: 'customfield_2', team: 'customfield_3', parentLink: null });
  });

  it('prefer the newer kind of team field', () => {
    const [old, current] = [
      field('customfield_1', 'Team', 'com.atlassian.teams:rm-teams-custom-field-team'),
      field('customfield_2', 'Team', ofJira('atlassian-team')),
    ];
    expect(findFields([old, current]).team).toBe('customfield_2');
    expect(findFields([old]).team).toBe('customfield_1');
  });

  it('are found by name where many are made alike', () => {
    const found = findFields([
      field('customfield_1', 'Environments', ofJira('multicheckboxes')),
      field('customfield_2', 'Отмечено', ofJira('multicheckboxes')),
      field('customfield_3', 'Estimación', ofJira('float'), 'Story Points'),
      field('customfield_4', 'Story Points', ofJira('textfield')),
    ]);
    expect(found).toMatchObject({ flagged: 'customfield_2', storyPoints: 'customfield_3' });
  });

  it('are custom ones alone', () => {
    expect(findFields([field('flagged', 'Flagged', ofJira('multicheckboxes'))]).flagged).toBeNull();
  });
});
