/**
 * Whole numbers that add up to `total`, each within one of its value: the largest remainders are rounded up. So that
 * what adds up before rounding adds up on the wire. `values` sum to about `total`, which is a whole number.
 */
export function apportion(values: readonly number[], total: number): number[] {
  const whole = values.map((value) => Math.floor(value + tolerance));
  let left = total - whole.reduce((sum, value) => sum + value, 0);
  if (left <= 0) return whole;
  const byRemainder = values
    .map((value, k) => ({ k, remainder: value - (whole[k] as number) }))
    .sort((a, b) => b.remainder - a.remainder || a.k - b.k);
  for (const { k } of byRemainder) {
    if (left <= 0) break;
    whole[k] = (whole[k] as number) + 1;
    left -= 1;
  }
  return whole;
}

/** Sums of thirds may come out just below a whole number. */
const tolerance = 1e-3;
