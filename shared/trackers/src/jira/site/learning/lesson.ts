import type { KeptItem } from '../../../tracker.ts';
import type { SiteKind } from '../site-item.ts';

/** What issues and histories taught, each thing once. What a list of the site's had told is never taught over. */
export interface Lesson {
  teach(kind: SiteKind, externalId: string, payload: Readonly<Record<string, unknown>>): void;
  readonly items: () => readonly KeptItem[];
}

export function makeLesson(): Lesson {
  const items = new Map<string, KeptItem>();
  return {
    teach(kind, externalId, payload) {
      items.set(`${kind}/${externalId}`, { kind, externalId, payload: { ...payload, isLearned: true } });
    },
    items: () => [...items.values()],
  };
}
