import { formatShare } from './share.ts';

/** "two thirds", "almost all", "a fifth"; a percentage where no plain fraction is near. */
export function sayFraction(share: number): string {
  if (share >= 0.995) return 'all';
  if (share >= 0.93) return 'almost all';
  const near = plainFractions.find(([value]) => Math.abs(value - share) <= nearEnough);
  return near ? near[1] : formatShare(share);
}

/** "a third less", "about as much", "twice as much", compared with an amount above zero. */
export function sayChange(now: number, before: number): string {
  const ratio = now / before;
  if (Math.abs(ratio - 1) < 0.03) return 'about as much as';
  if (ratio >= 2.75) return `${Math.round(ratio)} times as much as`;
  if (ratio >= 1.85) return 'about twice as much as';
  const change = sayFraction(Math.abs(ratio - 1));
  return `${change} ${ratio > 1 ? 'more' : 'less'} than`;
}

const nearEnough = 0.025;

const plainFractions = [
  [0.9, 'nine tenths'],
  [0.8, 'four fifths'],
  [0.75, 'three quarters'],
  [0.7, 'seven tenths'],
  [0.667, 'two thirds'],
  [0.6, 'three fifths'],
  [0.5, 'half'],
  [0.4, 'two fifths'],
  [0.333, 'a third'],
  [0.3, 'three tenths'],
  [0.25, 'a quarter'],
  [0.2, 'a fifth'],
  [0.167, 'a sixth'],
  [0.1, 'a tenth'],
] as const;
