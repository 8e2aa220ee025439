import type { JiraSite } from '../site/jira-site.ts';
import type { CategoryKey, SiteStatus } from '../site/statuses.ts';

const CATEGORIES: Readonly<Record<CategoryKey, { id: number; name: string; colorName: string }>> = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, name: 'Done', colorName: 'green' },
};

export function presentStatus({ baseUrl, numbers }: JiraSite, { id, name, category, team }: SiteStatus) {
  const api = `${baseUrl}/rest/api/2`;
  const statusCategory = { self: `${api}/statuscategory/${CATEGORIES[category].id}`, key: category, ...CATEGORIES[category] };
  const scope = team && { type: 'PROJECT', project: { id: String(numbers.of('project', team)) } };
  return { self: `${api}/status/${id}`, description: '', iconUrl: `${baseUrl}/`, name, id, statusCategory, ...(scope && { scope }) };
}
