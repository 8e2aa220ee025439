import type { SiteLinkType } from './link-direction.ts';
import { plainPhrase } from './phrase-meaning.ts';

/** A phrase of a link type: the one on its inward or on its outward issue. */
export interface PhraseUse {
  readonly typeId: string;
  /** `outward`: the issue that the phrase stands on is the inward one. */
  readonly phrase: 'inward' | 'outward';
}

/** Which link types say a phrase, today or once. */
export interface PhraseBook {
  /** Types whose phrase it is today; where there is none, the type of which histories show that it once was. */
  find(phrase: string): readonly PhraseUse[];
  /** The longest phrase of today that stands in a text, for texts whose words around it are in another language. */
  findWithin(text: string): readonly PhraseUse[];
  /** Former phrases, in order. */
  past(): readonly PastPhrase[];
}

export interface PastPhrase extends PhraseUse {
  readonly text: string;
}

export function makePhraseBook(linkTypes: readonly SiteLinkType[], past: readonly PastPhrase[]): PhraseBook {
  const today = Map.groupBy(
    linkTypes.flatMap(({ id, inward, outward }) => [
      { plain: plainPhrase(inward), use: { typeId: id, phrase: 'inward' as const } },
      { plain: plainPhrase(outward), use: { typeId: id, phrase: 'outward' as const } },
    ]),
    ({ plain }) => plain,
  );
  const once = Map.groupBy(past, ({ text }) => plainPhrase(text));
  const longestFirst = [...today.keys()].filter((phrase) => phrase.length > 1).sort((a, b) => b.length - a.length);
  const find = (phrase: string): readonly PhraseUse[] => {
    const plain = plainPhrase(phrase);
    return today.get(plain)?.map(({ use }) => use) ?? once.get(plain) ?? [];
  };
  return {
    find,
    findWithin(text) {
      const plain = plainPhrase(text);
      const phrase = longestFirst.find((each) => plain.includes(each));
      return phrase === undefined ? [] : find(phrase);
    },
    past: () => past.toSorted((a, b) => (a.text < b.text ? -1 : 1)),
  };
}
