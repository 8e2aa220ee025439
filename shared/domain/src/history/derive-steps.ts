/** One dated change of one field, as a tracker tells it. `V` is whatever stands for a value: an index, a code, an id. */
export interface FieldChange<V> {
  readonly at: number;
  readonly from: V;
  readonly to: V;
}

export interface Step<V> {
  readonly at: number;
  readonly value: V;
}

export interface FieldToday<V> {
  readonly value: V;
  /** The instant since which the tracker shows this value at the latest, for instance the last update. */
  readonly knownAt: number;
}

/**
 * Replays the changes of a field into steps, the first of which is at `createdAt`.
 *
 * - The first value is the `from` of the first change; without changes it is today's.
 * - Of several changes at one instant those that continue one another are replayed in that order, whatever order they came
 *   in; the last one holds, the others have lasted no time.
 * - A change from before the creation counts at the creation.
 * - Where the history does not lead to today's value a change is missing: today's value holds from `knownAt` on.
 */
export function deriveSteps<V>(changes: readonly FieldChange<V>[], today: FieldToday<V>, createdAt: number): Step<V>[] {
  const ordered = orderChanges(changes);
  const steps: Step<V>[] = [{ at: createdAt, value: ordered[0] === undefined ? today.value : ordered[0].from }];
  for (const { at, to } of ordered) addStep(steps, Math.max(at, createdAt), to);
  const last = steps[steps.length - 1] as Step<V>;
  if (last.value !== today.value) addStep(steps, Math.max(today.knownAt, last.at), today.value);
  return steps;
}

/**
 * When an issue was deleted, trashed or archived, and when it came back. `changes`: to true, it was closed. `closedAt`:
 * since when it is closed today, null where it is not. Steps begin with the first closing: none for most issues.
 */
export function deriveClosedSteps(
  changes: readonly FieldChange<boolean>[],
  closedAt: number | null,
  knownAt: number,
  createdAt: number,
): Step<boolean>[] {
  const today = { value: closedAt !== null, knownAt: closedAt ?? knownAt };
  const steps = deriveSteps([{ at: createdAt, from: false, to: false }, ...changes], today, createdAt);
  return steps[0]?.value === false ? steps.slice(1) : steps;
}

function addStep<V>(steps: Step<V>[], at: number, value: V): void {
  const last = steps[steps.length - 1] as Step<V>;
  if (last.at === at) steps.pop();
  const previous = steps[steps.length - 1];
  if (previous === undefined || previous.value !== value) steps.push({ at, value });
}

/** By time; of several at one instant those that continue one another in that order, whatever order they came in. */
export function orderChanges<V>(changes: readonly FieldChange<V>[]): FieldChange<V>[] {
  const waiting = changes.toSorted((a, b) => a.at - b.at);
  for (let place = 0; place + 1 < waiting.length; place++) {
    const first = waiting[place] as FieldChange<V>;
    if (waiting[place + 1]?.at !== first.at) continue;
    let next = findStart(waiting, place);
    if (place > 0) {
      const before = (waiting[place - 1] as FieldChange<V>).to;
      const continuing = findTied(waiting, place, (change) => change.from === before);
      if (continuing !== -1) next = continuing;
    }
    waiting.splice(place, 0, ...waiting.splice(next, 1));
  }
  return waiting;
}

/** Among the changes tied with the one at `place`: the first that no other leads to, else the one at `place` itself. */
function findStart<V>(changes: readonly FieldChange<V>[], place: number): number {
  const start = findTied(
    changes,
    place,
    (change) => findTied(changes, place, (other) => other !== change && other.to === change.from) === -1,
  );
  return start === -1 ? place : start;
}

function findTied<V>(changes: readonly FieldChange<V>[], place: number, isWanted: (change: FieldChange<V>) => boolean): number {
  const at = changes[place]?.at;
  for (let k = place; k < changes.length && changes[k]?.at === at; k++) if (isWanted(changes[k] as FieldChange<V>)) return k;
  return -1;
}
