/** Round values from 0 to at most `max`, about `count` of them, in steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(max: number, count: number): number[] {
  if (!(max > 0) || count < 1) return [0];
  const step = niceStep(max / count);
  const ticks: number[] = [];
  for (let index = 0; index * step <= max * (1 + 1e-9) && index < 100; index += 1) ticks.push(Number((index * step).toPrecision(12)));
  return ticks;
}

/** The smallest of 1, 2, 5 times a power of ten that is not under `raw`. */
export function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((each) => each * power >= raw * (1 - 1e-9)) ?? 10;
  return factor * power;
}
