import type { JiraSite } from '../site/jira-site.ts';

export function presentComponent({ baseUrl }: JiraSite, { id, name }: { readonly id: string; readonly name: string }) {
  return { self: `${baseUrl}/rest/api/2/component/${id}`, id, name, description: '' };
}
