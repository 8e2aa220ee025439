/** What a computer makes of ½ × ⅔ × ¾ … may miss the share it stands for by this much. */
const rounding = 1e-9;

/**
 * The Kaplan–Meier estimate: after how long only such shares still last, in the order of `shares`, which fall. Null: not yet seen.
 * What lasts is known to take longer than it has taken so far: leaving it out would promise too much, since the longest are among
 * it. Of an end and a censoring after the same time the end came first.
 */
export function estimateSurvival(endedMs: ArrayLike<number>, lastingMs: ArrayLike<number>, shares: readonly number[]): (number | null)[] {
  const ended = Float64Array.from(endedMs).sort();
  const lasting = Float64Array.from(lastingMs).sort();
  const reachedMs: number[] = [];
  let surviving = 1;
  let censoredBefore = 0;
  for (let first = 0; first < ended.length; ) {
    const afterMs = ended[first]!;
    while (lasting[censoredBefore]! < afterMs) censoredBefore++;
    const atRisk = ended.length + lasting.length - first - censoredBefore;
    let next = first;
    while (ended[next] === afterMs) next++;
    surviving *= 1 - (next - first) / atRisk;
    first = next;
    while (surviving <= shares[reachedMs.length]! + rounding) reachedMs.push(afterMs);
  }
  return shares.map((_, k) => reachedMs[k] ?? null);
}
