/** A vocabulary: beginnings of words, or whole scripts without spaces, that give a name its meaning. */
export interface Vocabulary {
  /** Beginnings of words, in the plain form that `plainName` makes. `cancel` is in `canceled` and in `cancelado`. */
  readonly wordStarts: readonly string[];
  /** Whole names: words that mean this alone and something else beside others. */
  readonly wholeNames?: readonly string[];
  /** Signs of scripts that do not separate words. */
  readonly signs?: readonly string[];
}

/** Whether one of the names, in whatever language, says what the vocabulary is about. */
export function says(vocabulary: Vocabulary, ...names: readonly (string | null)[]): boolean {
  return names.some((name) => name !== null && saysInOneWay(vocabulary, name));
}

/** A site has few names, and its histories repeat them. */
const answers = new WeakMap<Vocabulary, Map<string, boolean>>();
const mostAnswers = 5_000;

function saysInOneWay(vocabulary: Vocabulary, name: string): boolean {
  let known = answers.get(vocabulary);
  if (known === undefined || known.size >= mostAnswers) answers.set(vocabulary, (known = new Map()));
  let answer = known.get(name);
  if (answer === undefined) known.set(name, (answer = saysPlainly(vocabulary, plainName(name))));
  return answer;
}

function saysPlainly({ wordStarts, wholeNames, signs }: Vocabulary, name: string): boolean {
  if (wholeNames?.includes(name)) return true;
  const words = ` ${name}`;
  return wordStarts.some((start) => words.includes(` ${start}`)) || (signs?.some((sign) => name.includes(sign)) ?? false);
}

/** `Won’t  Fix!` → `wont fix`. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
