import type { JiraSite } from '../site/jira-site.ts';

/** Ids are the company's own ranks, 1 the most urgent; null where it ranks nothing. */
export function presentPriority({ baseUrl, edition }: JiraSite, rank: number) {
  const name = edition.priorityNames[rank - 1];
  if (name === undefined) return null;
  return { self: `${baseUrl}/rest/api/2/priority/${rank}`, iconUrl: `${baseUrl}/`, name, id: String(rank) };
}
