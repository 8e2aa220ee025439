import type { ChangeItem, History } from '../history/history.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { presentUser } from './user-payload.ts';

/** An entry of a changelog; `created` is a string everywhere but in the bulk answer. */
export function presentHistory(site: JiraSite, { id, at, author, items }: History, isBulk = false) {
  return {
    id: String(id),
    ...(author && { author: presentUser(site, author) }),
    created: isBulk ? at : site.time.write(at),
    items: items.map((item) => presentItem(site, item)),
  };
}

function presentItem({ settings }: JiraSite, { fieldId, ...item }: ChangeItem) {
  const isIdNamed = fieldId !== undefined && settings.namesFieldIds !== false;
  return { ...item, ...(isIdNamed && { fieldId }) };
}

/** The changelog inside an issue: whole and oldest first on Data Center, the newest few and newest first on Cloud. */
export function presentChangelog(site: JiraSite, histories: readonly History[], atMost: number) {
  const shown = site.isCloud ? histories.toReversed().slice(0, atMost) : histories;
  return {
    startAt: 0,
    maxResults: shown.length,
    total: histories.length,
    histories: shown.map((history) => presentHistory(site, history)),
  };
}
