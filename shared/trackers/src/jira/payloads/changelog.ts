import { z } from 'zod';
import { keptMentions } from '../../mentions/mention-rows.ts';
import { instant, jiraId, listOf, maybeText, text } from './scalars.ts';
import { maybeUser } from './user.ts';

/** Ids as text, nothing as null: Jira writes null, an empty text or nothing at all. */
const maybeValue = z
  .unknown()
  .optional()
  .transform((value) => (Number.isInteger(value) ? String(value) : typeof value === 'string' && value !== '' ? value : null));

const writtenItem = z.object({
  /** A display name, localized in places: go by `fieldId` where there is one. */
  field: text,
  /** Links, keys, workflows, parents and everything of old servers have none. */
  fieldId: maybeText,
  /** `jira` or `custom`. */
  fieldtype: maybeText,
  from: maybeValue,
  fromString: maybeValue,
  to: maybeValue,
  toText: maybeValue,
  /** Of an edit of the description, in the place of its texts. */
  fromMentions: keptMentions,
  toMentions: keptMentions,
});

/**
 * One changed field. Every object has a function `toString`, so the key of that name is taken only where the item
 * itself holds it, and is called `toText` from here on; `fromString` is `fromText`.
 */
export const changeItem = z.preprocess(
  (value) => (typeof value === 'object' && value !== null ? { ...value, toText: ownToString(value) } : value),
  writtenItem.transform(({ fromString, ...item }) => ({ ...item, fromText: fromString })),
);
export type ChangeItem = z.infer<typeof changeItem>;

const trapped = 'toString';

function ownToString(item: object): unknown {
  return Object.hasOwn(item, trapped) ? (item as Record<string, unknown>)[trapped] : null;
}

/** What somebody changed at one instant. Some have no author. Cloud tells the newest first, servers the oldest. */
export const historyEntry = z.object({ id: jiraId, author: maybeUser, created: instant, items: listOf(changeItem) });
export type HistoryEntry = z.infer<typeof historyEntry>;
