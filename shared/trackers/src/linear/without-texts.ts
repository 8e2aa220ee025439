import { z } from 'zod';
import { listTextMentions } from '../mentions/list-text-mentions.ts';
import type { LinearPage } from './linear-client.ts';

const described = z.looseObject({ description: z.string().nullable() });

/** The page with what its descriptions name in their place: the texts themselves are nobody's business, and are not kept. */
export function withoutTexts(page: LinearPage): LinearPage {
  return { ...page, items: page.items.map(withoutText) };
}

function withoutText(item: unknown): unknown {
  const read = described.safeParse(item);
  if (!read.success) return item;
  const { description, ...rest } = read.data;
  const mentions = listTextMentions(description ?? '');
  return mentions.length === 0 ? rest : { ...rest, mentions };
}
