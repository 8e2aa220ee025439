import { describe, expect, it } from 'vitest';
import { decideAuthority } from './decide-authority.ts';
import { isRotating } from './decide-rotation.ts';

const dayMs = 86_400_000;
const handovers = (...told: readonly (readonly [day: number, from: string | null])[]) =>
  told.map(([day, fromPersonId]) => ({ at: day * dayMs, fromPersonId }));

describe('an ownership', () => {
  it('rotates with two changes in the 90 days up to now', () => {
    const changes = handovers([10, 'ann'], [100, 'bob']);
    expect(isRotating(changes, 99.9 * dayMs)).toBe(false);
    expect(isRotating(handovers([11, 'ann'], [100, 'bob']), 100 * dayMs)).toBe(true);
    expect(isRotating(changes, 100 * dayMs)).toBe(false);
  });

  it('does not rotate because somebody was named at last', () => {
    expect(isRotating(handovers([10, null], [20, 'ann']), 30 * dayMs)).toBe(false);
    expect(isRotating(handovers([10, null], [20, 'ann'], [25, null]), 30 * dayMs)).toBe(true);
  });
});

describe('an authority', () => {
  it('is attested until the day it expires, and unknown where nobody attested it', () => {
    const states = ['2026-05-01', '2026-05-02'].map((today) => decideAuthority([{ expiresOn: '2026-05-02' }], today));
    expect(states).toEqual(['attested', 'expired']);
    expect(decideAuthority([], '2026-05-01')).toBe('unknown');
    expect(decideAuthority([{ expiresOn: '2026-01-01' }, { expiresOn: '2026-06-01' }], '2026-05-01')).toBe('attested');
  });
});
