import type { Deployment } from '../jira-settings.ts';

export type CustomField = 'team' | 'epicName' | 'epicLink' | 'parentLink' | 'startDate' | 'storyPoints' | 'sprint' | 'flagged';

export type FieldIds = Readonly<Record<CustomField, string>>;

const CLOUD: FieldIds = {
  team: 'customfield_10001',
  epicName: 'customfield_10011',
  epicLink: 'customfield_10014',
  startDate: 'customfield_10015',
  storyPoints: 'customfield_10016',
  parentLink: 'customfield_10018',
  sprint: 'customfield_10020',
  flagged: 'customfield_10021',
};

/** Every server numbers its own. */
const DATA_CENTER: FieldIds = {
  sprint: 'customfield_10400',
  epicLink: 'customfield_10401',
  epicName: 'customfield_10402',
  flagged: 'customfield_10500',
  storyPoints: 'customfield_10702',
  parentLink: 'customfield_11300',
  team: 'customfield_11301',
  startDate: 'customfield_11303',
};

export function fieldIdsOf(deployment: Deployment): FieldIds {
  return deployment === 'cloud' ? CLOUD : DATA_CENTER;
}
