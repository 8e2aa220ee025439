import { describe, expect, it } from 'vitest';
import { sayChange, sayFraction } from './fraction.ts';

describe('a share in words', () => {
  it.each([
    [0.66, 'two thirds'],
    [0.34, 'a third'],
    [0.5, 'half'],
    [0.97, 'almost all'],
    [1, 'all'],
    [0.05, '5 %'],
    [0.84, '84 %'],
  ])('%d reads as %s', (share, words) => expect(sayFraction(share)).toBe(words));
});

describe('a change in words', () => {
  it.each([
    [67, 100, 'a third less than'],
    [125, 100, 'a quarter more than'],
    [101, 100, 'about as much as'],
    [200, 100, 'about twice as much as'],
    [410, 100, '4 times as much as'],
  ])('%d after %d is %s', (now, before, words) => expect(sayChange(now, before)).toBe(words));
});
