import { meaningOfPhrase } from '../jira/site/links/phrase-meaning.ts';

/** What the issue whose text it is is towards the one that is named; null: the words do not say so with certainty. */
export type MentionSide = 'blocker' | 'blocked' | null;

/** Nouns that stand for either end, and words that take a blocking back or put it into doubt. */
const uncertain =
  /\b(block|blocker|blockers|blocking|dependenc\w*|dependents?|pre ?requisites?|preconditions?|predecessors?|successors?|needs?|requires?|requiring|was|been|not|no|never|un\w*blocked)\b/;
const fillers = /\b(currently|still|now|also|again|and|fully|directly|really|already)\b/g;
const subject = /^(this( (issue|ticket|task|story|bug|card|item|work item|one))?|it|it's|we|we're|we are)\b[:,]?/;

/** Of the whole of what is said before an address in its sentence: "This is still blocked by". Other words beside make it uncertain. */
export function sideOfWords(words: string): MentionSide {
  const plain = words.toLowerCase().replace(fillers, ' ').replace(/\s+/g, ' ').trim().replace(subject, '').trim();
  return plain === '' ? null : sideOfPhrase(plain);
}

/** Of a phrase by itself, as a link carries it. */
export function sideOfPhrase(phrase: string): MentionSide {
  const plain = phrase.toLowerCase();
  if (uncertain.test(plain)) return null;
  const meaning = meaningOfPhrase(plain);
  if (meaning === 'blocks') return 'blocker';
  return meaning === 'blocked' ? 'blocked' : null;
}
