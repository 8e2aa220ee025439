/**
 * Nearest rank: the smallest value that at least the share `p` of all values do not exceed. It is always a value that
 * occurred, so that it opens down to an issue. Null for no values.
 */
export function percentileOf(values: ArrayLike<number>, p: number): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  // 0.85 × 20 is 17.000000000000004 to a computer.
  const rank = Math.ceil(p * sorted.length - 1e-9);
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1]!;
}

export interface EpisodeSummary {
  readonly count: number;
  readonly medianMs: number | null;
  readonly p85Ms: number | null;
}

/** `lengthsMs`: how long each episode lasted within the window asked for. */
export function summarizeEpisodes(lengthsMs: ArrayLike<number>): EpisodeSummary {
  return { count: lengthsMs.length, medianMs: percentileOf(lengthsMs, 0.5), p85Ms: percentileOf(lengthsMs, 0.85) };
}
