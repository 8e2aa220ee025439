import { type IssueAddress, readIssueAddress } from './read-issue-address.ts';
import { type MentionSide, sideOfWords } from './side-of-words.ts';

/** An issue that a text names by its address. */
export interface TextMention extends IssueAddress {
  readonly url: string;
  readonly side: MentionSide;
}

/** A text that names more is a list of something else. */
const maxMentions = 200;
const maxLength = 200_000;

const address = /https?:\/\/[^\s<>"'`|\])}]+/g;
const trailing = /[.,;:!?*_~]+$/;

/**
 * The issues that a text (Markdown, or Jira's markup) names, each once. A side is told where the sentence says nothing but who blocks
 * whom before the address, or before a list of addresses; what is quoted, struck out, asked or taken back in the same breath is a mention.
 */
export function listTextMentions(text: string): TextMention[] {
  const found = new Map<string, TextMention>();
  let heading: MentionSide = null;
  for (const { line, isQuoted } of linesOf(text.slice(0, maxLength))) {
    if (line.trim() === '') continue;
    const isItem = /^\s*(?:[-*+•#]+|\d+[.)])\s/.test(line);
    const mentions = mentionsOf(line, isItem ? heading : null);
    for (const mention of mentions) note(found, isQuoted ? { ...mention, side: null } : mention);
    if (mentions.length === 0) heading = isQuoted ? null : sideOfHeading(line);
    else if (!isItem) heading = null;
    if (found.size >= maxMentions) break;
  }
  return [...found.values()];
}

/** Said twice with both sides, nobody knows; said with one and without, the one holds. */
function note(found: Map<string, TextMention>, mention: TextMention): void {
  const name = `${mention.site}/${mention.key}`;
  const known = found.get(name);
  if (known === undefined || known.side === null) found.set(name, mention);
  else if (mention.side !== null && mention.side !== known.side) found.set(name, { ...known, side: null });
}

function mentionsOf(line: string, heading: MentionSide): TextMention[] {
  const mentions: TextMention[] = [];
  let before: { side: MentionSide; end: number } | null = null;
  for (const match of line.matchAll(address)) {
    const url = match[0].replace(trailing, '');
    const place = readIssueAddress(url);
    const said = line.slice(before?.end ?? 0, match.index);
    const end = match.index + url.length;
    const goesOn: boolean = before !== null && separators.test(said);
    const side: MentionSide = goesOn && before ? before.side : sideBefore(line.slice(0, match.index), heading);
    before = { side, end };
    if (place) mentions.push({ ...place, url, side: isTakenBack(line.slice(end)) ? null : side });
  }
  return mentions;
}

/** Between two addresses of one list, links and their ends included. */
const separators = /^[\s,&+|)\]*_]*(?:smart-(?:link|card|embed)\])?[\s,&+|)\]*_]*(?:and|und|et|y|e)?[\s[(<*_]*(?:[^[\]()]*(?:\]\(|\|))?$/i;

function sideBefore(text: string, heading: MentionSide): MentionSide {
  if ((text.match(/~~/g)?.length ?? 0) % 2 === 1) return null;
  const words = text
    // The link that the address is the end of, and a key that stands for it.
    .replace(/\[[^[\]]*\]\($/, '')
    .replace(/\[[^[\]|]*\|?$/, '')
    .replace(/[<("]$/, '')
    .replace(/[A-Z][A-Z0-9_]*-\d+[\s:([–-]*$/, '');
  const [sentence = ''] = words.split(/(?:[.!?;]|\s[–—-])\s+/).slice(-1);
  const plain = sentence
    .replace(/^\s*(?:[-*+•#>]+|\d+[.)]|\[[ x]\])\s*/i, '')
    .replace(/[*_:{}]+/g, ' ')
    .trim();
  return plain === '' ? heading : sideOfWords(plain);
}

const takenBack =
  /^[^.!\n]*?(\?|\b(no longer|not any ?more|resolved|done|fixed|unblocked|used to|maybe|perhaps|probably|obsolete|until)\b)/i;

function isTakenBack(rest: string): boolean {
  return takenBack.test(rest.replace(address, ''));
}

/** "Blocked by:" above a list. */
function sideOfHeading(line: string): MentionSide {
  const isHeading = /^\s*(?:#|h[1-6]\.)|:\s*[*_]*\s*$/.test(line);
  return isHeading ? sideOfWords(line.replace(/^\s*(?:#+|h[1-6]\.)/, '').replace(/[*_:]+/g, ' ')) : null;
}

const fences = /^\s*(?:```|~~~|\{(?:code|noformat|quote)[^}]*\})/;

function* linesOf(text: string): Generator<{ line: string; isQuoted: boolean }> {
  let isFenced = false;
  for (const line of text.split(/\r?\n/)) {
    if (fences.test(line)) {
      isFenced = !isFenced;
      continue;
    }
    yield { line, isQuoted: isFenced || /^\s*(?:>|bq\.)/.test(line) };
  }
}
