import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export const minPasswordLength = 12;
export const maxPasswordLength = 128;
/** Of 4: 10⁸ guesses and more. */
const leastScore = 3;
/** What comes later makes a password no easier, and judging it is slow. */
const judgedLength = 64;

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Why a password will not do, for the one who chose it; null when it will. What it is about (name, address) counts as known. */
export function judgePassword(password: string, about: readonly string[]): string | null {
  if (password.length < minPasswordLength) return `A password has at least ${minPasswordLength} characters.`;
  if (password.length > maxPasswordLength) return `A password has at most ${maxPasswordLength} characters.`;
  const { score } = judge.check(password.slice(0, judgedLength), about.flatMap((text) => [text, ...text.split(/[\s@.]+/)]).filter(Boolean));
  return score < leastScore
    ? 'This password would be guessed soon: it is common, or made of few parts. Four random words are better.'
    : null;
}
