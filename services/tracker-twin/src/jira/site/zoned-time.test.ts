import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZonedTime } from './zoned-time.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
const instant = fc.integer({ min: Date.parse('2005-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') });

describe('time in a zone', () => {
  it('is written with an offset that leads back to the instant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
        const text = new ZonedTime(zone).write(at);
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/);
        expect(Date.parse(text)).toBe(at);
      }),
    );
  });

  it('is read as what clocks of the zone show, but for hours that clocks show twice or never', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
        const time = new ZonedTime(zone);
        const shown = Date.parse(`${time.write(at).slice(0, 23)}Z`);
        const read = time.read(shown);
        const again = Date.parse(`${time.write(read).slice(0, 23)}Z`);
        expect(again === shown || Math.abs(read - at) <= 3_600_000).toBe(true);
      }),
    );
  });

  it('knows summer from winter', () => {
    const berlin = new ZonedTime('Europe/Berlin');
    expect(berlin.write(Date.parse('2026-07-01T10:00:00Z'))).toBe('2026-07-01T12:00:00.000+0200');
    expect(berlin.write(Date.parse('2026-12-01T10:00:00Z'))).toBe('2026-12-01T11:00:00.000+0100');
  });
});
