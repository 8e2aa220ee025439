import { z } from 'zod';
import type { IssuePayload } from '../payloads/issue.ts';
import { maybeDay, orNull } from '../payloads/scalars.ts';
import { type SprintPayload, sprintPayload } from '../payloads/sprint.ts';
import { type UserPayload, userPayload } from '../payloads/user.ts';
import type { JiraFields } from './find-fields.ts';
import { issueKey } from './issue-key.ts';

/*
 * Values of custom fields, read as what their field says they are. A value of another shape than expected is none.
 */

type WithCustom = Pick<IssuePayload, 'custom'>;

export function sprintsOf({ custom }: WithCustom, { sprint }: JiraFields): SprintPayload[] {
  return readList(sprint === null ? null : custom[sprint]);
}

/** A list of sprints, as objects or as old servers print them; empty where it is none. */
export function readList(value: unknown): SprintPayload[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const parsed = sprintPayload.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}

const teamValue = z.union([
  z
    .string()
    .min(1)
    .transform((id) => ({ id, name: id })),
  z
    .object({
      id: z.union([z.string(), z.number()]).transform(String),
      name: orNull(z.string()),
      title: orNull(z.string()),
      value: orNull(z.string()),
    })
    .transform(({ id, name, title, value }) => ({ id, name: name ?? title ?? value ?? id })),
]);

/** The team an issue names in its team field. Lists of options are read by their first. */
export function teamOf({ custom }: WithCustom, field: string | null): { id: string; name: string } | null {
  const value = field === null ? null : custom[field];
  const parsed = teamValue.safeParse(Array.isArray(value) ? value[0] : value);
  return parsed.success ? parsed.data : null;
}

const keyed = z.union([
  issueKey,
  z.object({ key: issueKey }).transform(({ key }) => key),
  z.object({ data: z.object({ key: issueKey }) }).transform(({ data }) => data.key),
]);

/** The key of the issue that a field for parents names. */
export function keyIn({ custom }: WithCustom, field: string | null): string | null {
  const parsed = keyed.safeParse(field === null ? null : custom[field]);
  return parsed.success ? parsed.data : null;
}

export function numberIn({ custom }: WithCustom, field: string | null): number | null {
  const parsed = z.number().safeParse(field === null ? null : custom[field]);
  return parsed.success ? parsed.data : null;
}

export function dayIn({ custom }: WithCustom, field: string | null): string | null {
  const value = field === null ? null : custom[field];
  // Some fields for dates hold an instant.
  return maybeDay.parse(typeof value === 'string' ? value.slice(0, 'YYYY-MM-DD'.length) : null);
}

/** The person, or the first of the people, that a field holds. */
export function personIn({ custom }: WithCustom, field: string): UserPayload | null {
  const value = custom[field];
  const parsed = userPayload.safeParse(Array.isArray(value) ? value[0] : value);
  return parsed.success ? parsed.data : null;
}

const flagValue = z.array(z.object({ value: z.string() }));
/** What Jira's own flag says, in the languages it is translated to. */
const impediment = /^(impediment|hindernis|impedimento|obstacle|препятствие|障碍|障害)$/i;

/** Whether an issue is flagged. Where the site does not tell which field that is, the flag's own value does. */
export function isFlagged({ custom }: WithCustom, { flagged }: JiraFields): boolean {
  if (flagged !== null) return Array.isArray(custom[flagged]) && custom[flagged].length > 0;
  return Object.values(custom).some((value) => flagValue.safeParse(value).data?.some((each) => impediment.test(each.value)) ?? false);
}
