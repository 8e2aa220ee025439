import type { z } from 'zod';
import { issuePayload } from './jira/payloads/issue.ts';
import { jiraMapping } from './jira/site/jira-mapping.ts';
import { type JiraMappingPreview, previewJiraMapping } from './jira/site/preview/preview-jira-mapping.ts';
import { allSiteKinds } from './jira/site/site-item.ts';
import { linearMapping } from './linear/linear-mapping.ts';
import { previewLinearMapping } from './linear/preview-linear-mapping.ts';
import type { KeptItem } from './tracker.ts';

type Provider = 'linear' | 'jira';

export type MappingCheck =
  | { readonly ok: true /** With everything that was left out as it is decided then. */; readonly mapping: Record<string, unknown> }
  | { readonly ok: false; readonly errors: readonly { readonly path: string; readonly message: string }[] };

const schemas = { linear: linearMapping, jira: jiraMapping } as const satisfies Record<Provider, z.ZodType>;

/** What can be chosen, and nothing else; every choice may be left out. */
export function checkMapping(provider: Provider, value: unknown): MappingCheck {
  const parsed = schemas[provider].safeParse(value);
  if (parsed.success) return { ok: true, mapping: parsed.data };
  return { ok: false, errors: parsed.error.issues.flatMap(presentIssue) };
}

function presentIssue(issue: z.core.$ZodIssue): { path: string; message: string }[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, message: 'There is nothing of this name to choose' }));
}

/** What a mapping would make of what is kept of a connection; what nobody could place comes first everywhere. */
export type MappingPreview = JiraMappingPreview;

export interface PreviewSource {
  readonly connectionId: string;
  readonly baseUrl: string;
  /** All that is kept under `previewKinds.words`. */
  readonly words: readonly KeptItem[];
  /** Some of what is kept under `previewKinds.issues`. */
  readonly issues: readonly KeptItem[];
}

/** Under which names a preview finds what it needs. */
export const previewKinds: Readonly<Record<Provider, { readonly words: readonly string[]; readonly issues: readonly string[] }>> = {
  linear: { words: ['Statuses'], issues: [] },
  jira: { words: allSiteKinds, issues: ['jira-issue', 'jira-plan-issue'] },
};

/** @param mapping as `checkMapping` accepts it */
export function previewMapping(
  provider: Provider,
  { connectionId, baseUrl, words, issues }: PreviewSource,
  mapping: unknown,
): MappingPreview {
  if (provider === 'linear') return previewLinearMapping(connectionId, words, linearMapping.parse(mapping));
  const read = issues.flatMap(({ payload }) => {
    const issue = issuePayload.safeParse(payload);
    return issue.success ? [issue.data] : [];
  });
  return previewJiraMapping({ connectionId, connectionUrl: baseUrl, items: words }, jiraMapping.parse(mapping), read);
}
