import { expect } from 'vitest';

/** Sums of shares are rounded once on the wire, and again where they are added up. */
const roundingMs = 3;
const roundingShare = 1e-6;

/** Equal but for rounding: durations to a few milliseconds, shares to a millionth, everything else exactly. Lists in one order. */
export function expectClose(actual: unknown, expected: unknown, place: string): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const tolerance = Number.isInteger(actual) && place.endsWith('Ms') ? roundingMs : roundingShare;
    if (Math.abs(actual - expected) > tolerance) expect(`${place} = ${actual}`).toBe(`${place} = ${expected}`);
    return;
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    expect(actual.length, place).toBe(expected.length);
    for (const [at, each] of actual.entries()) expectClose(each, expected[at], place);
    return;
  }
  if (isRecord(actual) && isRecord(expected)) {
    expect(Object.keys(actual).sort(), place).toEqual(Object.keys(expected).sort());
    for (const key of Object.keys(expected)) expectClose(actual[key], expected[key], `${place}.${key}`);
    return;
  }
  expect(actual, place).toEqual(expected);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
