import { z } from 'zod';

/** Jira writes ids as text in most places and as numbers in some; here they are text. */
export const jiraId = z.union([z.string().min(1), z.number().int()]).transform(String);

/** What Jira leaves out, writes as null or has in a shape we do not know, where the item is worth reading without it. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
}

/** A list that is left out, is null or is none counts as empty. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .nullish()
    .transform((items) => items ?? []);
}

const firstMsOfNumbers = 1e11;

/**
 * An instant as ISO 8601 in UTC with milliseconds. Jira writes text with an offset that has no colon (`+0000`), and in
 * bulk changelogs a number: of milliseconds, or of seconds where it is too small for that.
 */
export const instant = z.union([z.string().regex(/^\d{4}-\d{2}-\d{2}T/), z.number()]).transform((value, context) => {
  const ms = typeof value === 'string' ? Date.parse(value) : value < firstMsOfNumbers ? value * 1000 : value;
  const at = new Date(ms);
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  context.addIssue({ code: 'custom', message: `expected an instant, got ${value}` });
  return z.NEVER;
});

export const text = z.string();
/** A text that says something; anything else counts as nothing. Histories are made of these: one step where `orNull` takes four. */
export const maybeText = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' && value !== '' ? value : null));
export const maybeInstant = orNull(instant);
/** 'YYYY-MM-DD'. */
export const maybeDay = orNull(z.iso.date());
