import type { Company } from '../company/company.ts';
import type { IssueLabel } from '../company/issue.ts';
import { DAY_MS, HISTORY_DAYS } from './calendar.ts';

const NAMES: readonly (readonly [name: string, color: string])[] = [
  ['Bug', '#eb5757'],
  ['Feature', '#bb87fc'],
  ['Improvement', '#4ea7fc'],
  ['Tech debt', '#95a2b3'],
  ['Regression', '#f2994a'],
  ['Customer request', '#4cb782'],
  ['Security', '#f2c94c'],
  ['Dependency', '#26b5ce'],
];
const SOURCES = ['Support', 'Sales', 'Monitoring'];

/** The workspace's labels by name; the last three stand in a group. */
export function makeLabels(company: Company): ReadonlyMap<string, IssueLabel> {
  const at = company.today - (HISTORY_DAYS + 400) * DAY_MS;
  const labels = new Map<string, IssueLabel>();
  const add = (name: string, color: string, isGroup: boolean, parent: IssueLabel | null) => {
    const label = company.labels.add({
      id: company.nextId('label'),
      name,
      color,
      isGroup,
      parent,
      team: null,
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
    });
    labels.set(name, label);
    return label;
  };
  for (const [name, color] of NAMES) add(name, color, false, null);
  const group = add('Source', '#bec2c8', true, null);
  for (const name of SOURCES) add(name, '#bec2c8', false, group);
  return labels;
}
