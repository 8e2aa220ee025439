import type { JiraSite } from '../jira-site.ts';
import type { PhraseUse } from './phrase-book.ts';
import { meaningOfPhrase } from './phrase-meaning.ts';

/** What a history says of a link: what its own issue is in it, or that it blocks nothing, or nothing that we can read. */
export type LinkTextMeaning = 'blocker' | 'blocked' | 'no-block' | 'unknown';

/** `This issue is blocked by SP-14`, `This work item …` since 2025, on some sites in other words. */
const ownPrefix = /^this (?:issue|work item) /i;

/** The phrase in a history's text about a link to `key`; null: the words around it are none that we know. */
export function phraseOfLinkText(text: string, key: string): string | null {
  const withoutKey = text.replace(key, ' ').trim();
  return ownPrefix.test(withoutKey) ? withoutKey.replace(ownPrefix, '').trim() : null;
}

/**
 * The text is as it was written then: the type may have been renamed since. So a phrase is looked for among those of today, then
 * among those that histories have shown to be a type's former ones, then in the language.
 */
export function readLinkText(site: JiraSite, text: string, key: string): LinkTextMeaning {
  const phrase = phraseOfLinkText(text, key);
  if (phrase !== null) return read(site, site.phrases.find(phrase)) ?? meaningInWords(phrase);
  const rest = text.replace(key, ' ').trim();
  const within = read(site, site.phrases.findWithin(rest));
  if (within !== null) return within;
  for (const ending of endingsOf(rest)) {
    const meaning = meaningInWords(ending);
    if (meaning === 'blocker' || meaning === 'blocked') return meaning;
  }
  return 'unknown';
}

/** null: no type says this, or several that do not mean the same. */
function read({ linkTypes }: JiraSite, uses: readonly PhraseUse[]): LinkTextMeaning | null {
  const meanings = new Set(
    uses.map(({ typeId, phrase }): LinkTextMeaning => {
      const blocks = linkTypes.get(typeId)?.blocks ?? 'none';
      if (blocks === 'none') return 'no-block';
      return blocks === phrase ? 'blocker' : 'blocked';
    }),
  );
  if (meanings.size > 1) return 'unknown';
  const [only] = meanings;
  return only ?? null;
}

function meaningInWords(phrase: string): LinkTextMeaning {
  const meaning = meaningOfPhrase(phrase);
  if (meaning === 'blocks') return 'blocker';
  if (meaning === 'neither') return 'no-block';
  return meaning;
}

/** `a b c` → `a b c`, `b c`, `c`. */
function endingsOf(text: string): string[] {
  const words = text.split(/\s+/);
  return words.map((_, place) => words.slice(place).join(' '));
}
