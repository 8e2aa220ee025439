import type { MappingProblem } from '../../../mapped.ts';
import type { Page } from '../../../tracker.ts';
import { externalIdOf } from '../../../tracker.ts';
import { fetchMyself } from '../../access/fetch-server-info.ts';
import { isNotOffered } from '../../transport/is-not-offered.ts';
import { fetchChangelog } from '../complete-changelog.ts';
import { confirmEnd } from '../confirm-end.ts';
import { keepAskedFields } from '../issue-fields.ts';
import type { JiraReader, ReaderOptions } from '../jira-reader.ts';
import { isIssueName, newestFirst } from '../jql.ts';
import { readSweptIssue } from '../swept-issue.ts';
import { withoutTexts, withoutTextsOfChanges } from '../without-texts.ts';
import { fetchChangelogs } from './fetch-changelogs.ts';
import { fetchIssuePage } from './fetch-issue-page.ts';
import { fetchIssuesByName } from './fetch-issues-by-name.ts';

/** Reads Jira Cloud: issues by pages, their changes in bulk. */
export function openCloudReader({ client, fields }: ReaderOptions): JiraReader {
  let isBulkOffered = true;
  const presentIssue = (issue: unknown) => withoutTexts(keepAskedFields(issue, fields()));

  async function fetchBulk(ids: readonly string[]): Promise<Page | null> {
    try {
      const histories = await fetchChangelogs(client, ids);
      const quiet = ids.filter((id) => !histories.has(id));
      // What has no changes and what is not shown look the same.
      const shown = await fetchIssuesByName(client, quiet, ['updated']);
      for (const id of shown.map(externalIdOf)) if (id !== undefined) histories.set(id, []);
      return {
        items: ids.filter((id) => histories.has(id)).map((id) => ({ id, histories: withoutTextsOfChanges(histories.get(id)) })),
        endCursor: null,
      };
    } catch (error) {
      if (!isNotOffered(error)) throw error;
      return null;
    }
  }

  async function fetchEach(ids: readonly string[]): Promise<Page> {
    const problems: MappingProblem[] = [];
    const items = await Promise.all(
      ids.map(async (id) => {
        const changelog = await fetchChangelog(client, id);
        problems.push(...(changelog?.problems ?? []));
        return changelog ? [{ id, histories: withoutTextsOfChanges(changelog.histories) }] : [];
      }),
    );
    return { items: items.flat(), endCursor: null, problems };
  }

  return {
    async fetchIssues(question) {
      const page = await confirmEnd(client, await fetchIssuePage(client, { ...question, fields: fields() }));
      return { ...page, items: page.items.map(presentIssue) };
    },
    async fetchIssuesByName(names) {
      const asked = names.filter(isIssueName);
      const issues = await fetchIssuesByName(client, asked, fields());
      if (issues.length < asked.length) await fetchMyself(client);
      return { items: issues.map(presentIssue), endCursor: null };
    },
    async fetchIssueIds(question) {
      const asked = { ...question, sinceMs: 0, fields: ['created'], order: newestFirst };
      const page = await confirmEnd(client, await fetchIssuePage(client, asked));
      return { ...page, items: page.items.map(readSweptIssue) };
    },
    async fetchChangelogs(ids) {
      const bulk = isBulkOffered ? await fetchBulk(ids) : null;
      if (bulk) return bulk;
      isBulkOffered = false;
      return fetchEach(ids);
    },
  };
}
