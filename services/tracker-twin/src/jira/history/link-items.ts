import type { RelationChange } from '../../company/issue.ts';
import type { Edition, LinkType } from '../edition/edition.ts';
import { plainItem } from './change-items.ts';
import type { ChangeItem } from './history.ts';
import { type LinkCode, readLinkCode } from './told-entries.ts';

/** A phrase that no type of link has, or ever had. */
const UNKNOWN_PHRASE = 'is entangled with';

/** What the history of one end says about a link: text only, with the other end's key of that time. */
export function linkItem(edition: Edition, change: RelationChange, at: number): ChangeItem {
  const code = readLinkCode(change);
  const phrase = code ? findPhrase(edition.linkTypes[code.kind], code, at) : UNKNOWN_PHRASE;
  return makeLinkItem(edition.linkSentence(phrase, change.identifier, at), change.identifier, code?.action ?? 'added');
}

export function makeLinkItem(sentence: string, key: string, action: 'added' | 'removed'): ChangeItem {
  const side = { id: key, name: sentence };
  return action === 'added' ? plainItem('Link', null, side) : plainItem('Link', side, null);
}

function findPhrase(type: LinkType, { end }: LinkCode, at: number): string {
  const isFirst = end !== 'second';
  const side = isFirst === (type.saidOfFirst === 'outward') ? 'outward' : 'inward';
  return phraseAt(type, side, at);
}

export function phraseAt(type: LinkType, side: 'outward' | 'inward', at: number): string {
  return type.past && at < type.past.until ? type.past[side] : type[side];
}
