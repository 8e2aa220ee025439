/** That one issue blocks another, as the issues of one tracker tell it of those of another. Instants in milliseconds. */
export interface DirectedMention {
  readonly blocker: string;
  readonly blocked: string;
  readonly from: number;
  /** null: it stands. */
  readonly to: number | null;
  readonly foundIn: 'attachment' | 'remote_link' | 'text';
  readonly evidence: 'link' | 'history' | 'seen';
  /** Whose issue tells it. */
  readonly connectionId: string;
}

/**
 * The times in which each blocker was told to block each blocked issue, however often and from whichever end: times of a pair that
 * overlap or touch are one, found where its beginning was. The order of the input does not matter.
 */
export function joinMentions(mentions: readonly DirectedMention[]): DirectedMention[] {
  const pairs = Map.groupBy(mentions, ({ blocker, blocked }) => `${blocker} ${blocked}`);
  return [...pairs.keys()].sort().flatMap((pair) => joinTimes(pairs.get(pair) as DirectedMention[]));
}

function joinTimes(mentions: readonly DirectedMention[]): DirectedMention[] {
  const joined: DirectedMention[] = [];
  for (const mention of mentions.toSorted(byBeginning)) {
    if (mention.blocker === mention.blocked || (mention.to !== null && mention.to <= mention.from)) continue;
    const last = joined.at(-1);
    if (last === undefined || (last.to !== null && mention.from > last.to)) joined.push(mention);
    else joined[joined.length - 1] = { ...last, to: last.to === null || mention.to === null ? null : Math.max(last.to, mention.to) };
  }
  return joined;
}

const places = ['attachment', 'remote_link', 'text'];

/** Of those that begin at one instant it is always the same one that tells. */
function byBeginning(a: DirectedMention, b: DirectedMention): number {
  return a.from - b.from || places.indexOf(a.foundIn) - places.indexOf(b.foundIn) || (a.connectionId < b.connectionId ? -1 : 1);
}
