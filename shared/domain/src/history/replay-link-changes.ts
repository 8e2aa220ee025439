/** A blocking link added or removed, as the history of one of its ends tells it. */
export interface LinkChange {
  readonly blocker: string;
  readonly blocked: string;
  readonly at: number;
  readonly action: 'added' | 'removed';
  /** Which end tells it, and by which of the entries that the tracker numbers; left out where it does not. */
  readonly toldBy?: 'blocker' | 'blocked';
  readonly entry?: string;
}

/** Both ends tell the same change, up to this many milliseconds apart. */
export const sameChangeWithinMs = 5_000;

/** Some trackers have dated the view of one end by another time zone: whole hours off, by one of the next entries. */
const hourMs = 3_600_000;
const longestShiftMs = 14 * hourMs;
const nextEntries = 5;

export interface LinkReplay {
  /** In order of time. `from` null: a removal without an addition. */
  readonly ended: readonly { readonly from: number | null; readonly to: number }[];
  /** The addition that was not taken back; null where the last change is a removal or there is none. */
  readonly openSince: number | null;
  /** All additions since the last removal, in order: more than one where several links join the pair. */
  readonly openAdditions: readonly number[];
  readonly lastRemovedAt: number | null;
}

/**
 * Replays all changes of one pair. Two additions without a removal between: how long the first lasted nobody tells, so the later
 * one counts. Of a removal and an addition at one instant the removal comes first where the link stood, else the addition.
 */
export function replayLinkChanges(changes: readonly LinkChange[]): LinkReplay {
  const ended: { from: number | null; to: number }[] = [];
  let openSince: number | null = null;
  let openAdditions: number[] = [];
  let lastRemovedAt: number | null = null;
  const told = withoutSecondViews(withoutShiftedViews(changes));
  for (let place = 0; place < told.length; place++) {
    if (openSince !== null) putRemovalFirst(told, place);
    const { at, action } = told[place] as LinkChange;
    if (action === 'added') {
      openSince = at;
      openAdditions.push(at);
    } else {
      ended.push({ from: openSince, to: at });
      openSince = null;
      openAdditions = [];
      lastRemovedAt = at;
    }
  }
  return { ended, openSince, openAdditions, lastRemovedAt };
}

/** Of changes at one instant the addition is sorted first: that is right only where the link did not stand already. */
function putRemovalFirst(told: LinkChange[], place: number): void {
  const [first, second] = [told[place], told[place + 1]];
  if (first && second && first.at === second.at && first.action === 'added') told.splice(place, 2, second, first);
}

/** Of the two ends' views of one change, dated by different time zones, the earlier instant holds. */
function withoutShiftedViews(changes: readonly LinkChange[]): readonly LinkChange[] {
  const numbered = changes.filter(({ entry }) => entry !== undefined && Number.isFinite(Number(entry)));
  const shifted = new Set<LinkChange>();
  for (const change of numbered) if (numbered.some((other) => isShiftedView(change, other))) shifted.add(change);
  return shifted.size === 0 ? changes : changes.filter((change) => !shifted.has(change));
}

function isShiftedView(later: LinkChange, earlier: LinkChange): boolean {
  const apart = later.at - earlier.at;
  const offHour = apart % hourMs;
  return (
    later.action === earlier.action &&
    later.toldBy !== earlier.toldBy &&
    Math.abs(Number(later.entry) - Number(earlier.entry)) <= nextEntries &&
    apart > sameChangeWithinMs &&
    apart <= longestShiftMs + sameChangeWithinMs &&
    Math.min(offHour, hourMs - offHour) <= sameChangeWithinMs
  );
}

/** An action told again within the tolerance, with nothing else between, is the other end's view of it: the earlier instant holds. */
function withoutSecondViews(changes: readonly LinkChange[]): LinkChange[] {
  const ordered = changes.toSorted((a, b) => a.at - b.at || a.action.localeCompare(b.action));
  return ordered.filter((change, place) => {
    const previous = ordered[place - 1];
    return previous === undefined || previous.action !== change.action || change.at - previous.at > sameChangeWithinMs;
  });
}
