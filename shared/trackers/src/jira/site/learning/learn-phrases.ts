import type { HistoryEntry } from '../../payloads/changelog.ts';
import type { IssuePayload } from '../../payloads/issue.ts';
import type { JiraSite } from '../jira-site.ts';
import { meaningOfPhrase, plainPhrase } from '../links/phrase-meaning.ts';
import { phraseOfLinkText } from '../links/read-link-text.ts';
import { siteKinds } from '../site-item.ts';
import type { Lesson } from './lesson.ts';

/**
 * A phrase that no link type has today is a former one of the type of today's link between the same two issues: where there
 * is one such link, and one addition between the two that was not taken back.
 */
export function learnPhrases(lesson: Lesson, site: JiraSite, issue: IssuePayload, histories: readonly HistoryEntry[]): void {
  for (const [key, text] of standingAdditions(histories)) {
    const phrase = text === null ? null : phraseOfLinkText(text, key);
    if (phrase === null || site.phrases.find(phrase).length > 0 || meaningOfPhrase(phrase) === 'neither') continue;
    const links = issue.fields.issuelinks.filter(({ inwardIssue, outwardIssue }) => (inwardIssue ?? outwardIssue)?.key === key);
    const [link] = links;
    if (link === undefined || links.length > 1) continue;
    // The end that a link names is the other one.
    const use = link.outwardIssue ? 'outward' : 'inward';
    lesson.teach(siteKinds.pastPhrase, plainPhrase(phrase), { text: phrase, typeId: link.type.id, phrase: use });
  }
}

/** Key of the other issue → the text of the only addition of a link to it; null: there are several, or a removal. */
function standingAdditions(histories: readonly HistoryEntry[]): Map<string, string | null> {
  const additions = new Map<string, string | null>();
  for (const { from, to, toText } of histories.flatMap(({ items }) => items.filter(({ field }) => field === 'Link'))) {
    if (from !== null) additions.set(from, null);
    if (to !== null && toText !== null) additions.set(to, additions.has(to) ? null : toText);
  }
  return additions;
}
