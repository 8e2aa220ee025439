import { z } from 'zod';
import { listTextMentions, type TextMention } from '../../mentions/list-text-mentions.ts';
import { withoutDecoration } from './without-decoration.ts';
import { writeDocument } from './write-document.ts';

const described = z.looseObject({ fields: z.looseObject({ description: z.unknown() }) });

/** The issue as it is kept: what its description names in its place, and nothing that decorates it. */
export function withoutTexts(issue: unknown): unknown {
  const read = described.safeParse(issue);
  const mentions = read.success ? mentionsIn(read.data.fields.description) : [];
  const plain = withoutTextsOfChanges(issue);
  return mentions.length === 0 ? plain : { ...(plain as object), mentions };
}

/** The same of histories: an edit of a description tells what it named before and after. */
export function withoutTextsOfChanges(value: unknown): unknown {
  return withoutDecoration(value, (kept) => (isEdit(kept) ? presentEdit(kept) : kept));
}

interface Edit extends Record<string, unknown> {
  readonly fromString?: unknown;
  readonly toString: never;
}

/** An item of a history. Some servers name its field by its name alone. */
function isEdit(kept: Record<string, unknown>): kept is Edit {
  return (kept.fieldId ?? kept.field) === 'description' && 'fromString' in kept;
}

const trapped = 'toString';

function presentEdit(edit: Record<string, unknown>): Record<string, unknown> {
  const { fromString, [trapped]: after, ...rest } = edit;
  return { ...rest, fromMentions: mentionsIn(fromString), toMentions: Object.hasOwn(edit, trapped) ? mentionsIn(after) : [] };
}

/** Servers write descriptions in a markup of theirs, Cloud as documents. */
function mentionsIn(text: unknown): TextMention[] {
  return listTextMentions(typeof text === 'string' ? text : writeDocument(text));
}
