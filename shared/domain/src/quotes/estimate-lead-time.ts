/** Below this many waits a quote is a guess, and is not given. */
export const quoteWaitsMinimum = 10;

/** What a computer makes of ½ × ⅔ × ¾ … may miss the share it stands for by this much. */
const rounding = 1e-9;

export interface LeadTimeQuote {
  /** Waits behind the quote, those that still last included. */
  readonly waits: number;
  /** Those that still last: known to take longer than they have taken so far. */
  readonly censored: number;
  /** Half are over after this long. Null: too few waits, or not yet seen. */
  readonly medianMs: number | null;
  readonly p85Ms: number | null;
}

/**
 * The Kaplan–Meier estimate of how long a wait takes. Leaving the lasting ones out would promise too much, since the longest
 * are among them. Of an end and a censoring after the same time the end came first.
 */
export function estimateLeadTime(endedMs: ArrayLike<number>, lastingMs: ArrayLike<number>): LeadTimeQuote {
  const ended = Float64Array.from(endedMs).sort();
  const lasting = Float64Array.from(lastingMs).sort();
  const waits = ended.length + lasting.length;
  if (waits < quoteWaitsMinimum) return { waits, censored: lasting.length, medianMs: null, p85Ms: null };

  let medianMs: number | null = null;
  let p85Ms: number | null = null;
  let surviving = 1;
  let censoredBefore = 0;
  for (let first = 0; first < ended.length && p85Ms === null; ) {
    const afterMs = ended[first]!;
    while (censoredBefore < lasting.length && lasting[censoredBefore]! < afterMs) censoredBefore++;
    const atRisk = waits - first - censoredBefore;
    let next = first;
    while (next < ended.length && ended[next] === afterMs) next++;
    surviving *= 1 - (next - first) / atRisk;
    first = next;
    if (medianMs === null && surviving <= 0.5 + rounding) medianMs = afterMs;
    if (surviving <= 0.15 + rounding) p85Ms = afterMs;
  }
  return { waits, censored: lasting.length, medianMs, p85Ms };
}
