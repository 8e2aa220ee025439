import { z } from 'zod';
import type { MappingProblem } from '../../../mapped.ts';
import type { Page } from '../../../tracker.ts';
import { fetchMyself } from '../../access/fetch-server-info.ts';
import { maybeInstant } from '../../payloads/scalars.ts';
import { askBisected } from '../ask-bisected.ts';
import { changelogWithin, fetchChangelog } from '../complete-changelog.ts';
import { confirmEnd } from '../confirm-end.ts';
import { keepAskedFields } from '../issue-fields.ts';
import type { JiraReader, ReaderOptions } from '../jira-reader.ts';
import { isIssueName, jqlOfNames, newestFirst } from '../jql.ts';
import { readSweptIssue } from '../swept-issue.ts';
import { withoutTexts, withoutTextsOfChanges } from '../without-texts.ts';
import { fetchIssuePage } from './fetch-issue-page.ts';
import { searchServer } from './search.ts';

const withChangelog = ['changelog'] as const;

/** Reads Server and Data Center, where an issue comes with its changes: they are one moment's. */
export function openServerReader({ client, fields }: ReaderOptions): JiraReader {
  const present = (issue: unknown) => withoutTexts(keepAskedFields(issue, fields()));

  async function completeAll(page: Page): Promise<Page> {
    const problems: MappingProblem[] = [...(page.problems ?? [])];
    const items = await Promise.all(
      page.items.map(async (issue) => {
        const parsed = bareIssue.safeParse(issue);
        if (!parsed.success) return issue;
        const changelog = changelogWithin(issue) ?? (await fetchChangelog(client, parsed.data.id));
        problems.push(...(changelog?.problems ?? []));
        return { ...(issue as object), changelog: { histories: changelog?.histories ?? [] }, updatedAt: parsed.data.fields.updated };
      }),
    );
    return { ...page, items: items.map(present), problems };
  }

  return {
    async fetchIssues(question) {
      const page = await fetchIssuePage(client, { ...question, fields: fields(), expand: withChangelog });
      return completeAll(await confirmEnd(client, page));
    },
    async fetchIssuesByName(names) {
      const asked = names.filter(isIssueName);
      const items = await askBisected(
        client,
        asked,
        fields(),
        async (some) => {
          const question = { jql: jqlOfNames(some), startAt: 0, maxResults: some.length, validateQuery: false };
          return (await searchServer(client, { ...question, fields: fields(), expand: withChangelog })).issues;
        },
        'changelog',
      );
      if (items.length < asked.length) await fetchMyself(client);
      return completeAll({ items, endCursor: null });
    },
    async fetchIssueIds(question) {
      const asked = { ...question, sinceMs: 0, fields: ['created'], order: newestFirst } as const;
      const page = await confirmEnd(client, await fetchIssuePage(client, asked));
      return { ...page, items: page.items.map(readSweptIssue) };
    },
    async fetchChangelogs(ids) {
      const problems: MappingProblem[] = [];
      const items = await Promise.all(
        ids.map(async (id) => {
          const changelog = await fetchChangelog(client, id);
          problems.push(...(changelog?.problems ?? []));
          return changelog ? [{ id, histories: withoutTextsOfChanges(changelog.histories) }] : [];
        }),
      );
      return { items: items.flat(), endCursor: null, problems };
    },
  };
}

const bareIssue = z.looseObject({ id: z.string(), fields: z.looseObject({ updated: maybeInstant }) });
