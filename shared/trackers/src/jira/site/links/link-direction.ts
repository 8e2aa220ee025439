import type { LinkTypePayload } from '../../payloads/link-type.ts';
import type { LinkDirection } from '../jira-mapping.ts';
import { meaningOfPhrase, plainPhrase } from './phrase-meaning.ts';

export interface SiteLinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
  /** The phrase that says "this blocks that"; `outward`: the inward issue blocks the outward one. */
  readonly blocks: LinkDirection;
  /** What the phrases say, whatever the user has chosen. */
  readonly proposed: LinkDirection;
  /** It sounds like blocking, and its phrases do not say who blocks whom. */
  readonly isUnclear: boolean;
}

/**
 * Which phrase of a link type says "this blocks that". The phrases decide, never `inward` and `outward` alone: the same words
 * stand on either side on different sites. One phrase that is understood is enough where the other says nothing against it.
 */
export function proposeDirection({ name, inward, outward }: LinkTypePayload): Pick<SiteLinkType, 'proposed' | 'isUnclear'> {
  const [out, into] = [meaningOfPhrase(outward), meaningOfPhrase(inward)];
  if (plainPhrase(inward) === plainPhrase(outward)) return { proposed: 'none', isUnclear: isBlockingWord(out) || soundsLikeBlocking(name) };
  if (isBlockingWord(out) && out === into) return { proposed: 'none', isUnclear: true };
  if (out === 'neither' || into === 'neither') return { proposed: 'none', isUnclear: isBlockingWord(out) || isBlockingWord(into) };
  if (out === 'blocks' || into === 'blocked') return { proposed: 'outward', isUnclear: false };
  if (out === 'blocked' || into === 'blocks') return { proposed: 'inward', isUnclear: false };
  // Jira's own type, in a language that is not read here: which phrase is which Jira itself has laid down.
  if (isJirasOwn(name)) return { proposed: 'outward', isUnclear: false };
  return { proposed: 'none', isUnclear: soundsLikeBlocking(name) };
}

function isBlockingWord(meaning: string): boolean {
  return meaning === 'blocks' || meaning === 'blocked';
}

const blockingNames = /\b(block(s|ed|er|ers|ing)?|depend(s|ent|ency|encies)?|requires?|required|prerequisite)\b/i;

function isJirasOwn(name: string): boolean {
  return /^block(s|er)$/i.test(name.trim());
}

function soundsLikeBlocking(name: string): boolean {
  return blockingNames.test(name);
}
