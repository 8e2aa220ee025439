import type { KeptItem } from '../../../tracker.ts';
import type { SiteKind } from '../site-item.ts';

/** What issues and histories taught, each thing once. What a list of the site's had told is never taught over. */
export interface Lesson {
  teach(kind: SiteKind, externalId: string, payload: Readonly<Record<string, unknown>>): void;
  /** Somebody tells it as it is known: others that tell it otherwise at the same time teach nothing. */
  confirm(kind: SiteKind, externalId: string): void;
  items(): readonly KeptItem[];
}

export function makeLesson(): Lesson {
  const items = new Map<string, KeptItem>();
  const confirmed = new Set<string>();
  return {
    teach(kind, externalId, payload) {
      items.set(`${kind}/${externalId}`, { kind, externalId, payload: { ...payload, isLearned: true } });
    },
    confirm: (kind, externalId) => confirmed.add(`${kind}/${externalId}`),
    items: () => [...items].filter(([name]) => !confirmed.has(name)).map(([, item]) => item),
  };
}
