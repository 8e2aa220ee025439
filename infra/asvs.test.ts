import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The last requirement of levels 1 and 2 in each section of ASVS 5.0.0; they are numbered from 1 without a gap, and level 3 comes after. */
const lastOf: Record<string, number> = {
  '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1, '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2,
  '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4, '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3,
  '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1, '9.1': 3, '9.2': 4, '10.1': 2,
  '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3,
  '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7, '16.1': 1,
  '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2,
}; // biome-ignore format: one table

const page = readFileSync('docs/asvs.md', 'utf8');
const rows = [...page.matchAll(/^\| (\d[\d.–, ]*) \| (.+) \|$/gm)].map(([, requirements = '', shown = '']) => ({ requirements, shown }));

/** `1.2.6–1.2.8, 1.3.1` is 1.2.6, 1.2.7, 1.2.8 and 1.3.1. */
function listRequirements(written: string): string[] {
  return written.split(', ').flatMap((part) => {
    const [from = '', to = from] = part.split('–');
    const section = from.slice(0, from.lastIndexOf('.'));
    const [first, last] = [from, to].map((one) => Number(one.slice(one.lastIndexOf('.') + 1))) as [number, number];
    return Array.from({ length: last - first + 1 }, (_, k) => `${section}.${first + k}`);
  });
}

describe('the page about ASVS', () => {
  it('has every requirement of levels 1 and 2, once', () => {
    const required = Object.entries(lastOf).flatMap(([section, last]) => Array.from({ length: last }, (_, k) => `${section}.${k + 1}`));
    const listed = rows.flatMap(({ requirements }) => listRequirements(requirements));
    expect(listed.filter((one, place) => listed.indexOf(one) < place)).toEqual([]);
    expect(required.filter((one) => !listed.includes(one))).toEqual([]);
  });

  it('names only tests that are there', () => {
    const named = rows.flatMap(({ shown }) => [...shown.matchAll(/`([^`]+\.test\.tsx?)` "([^"]+)"/g)]);
    expect(named.length).toBeGreaterThan(80);
    const missing = named.filter(([, file = '', title = '']) => !existsSync(file) || !readFileSync(file, 'utf8').includes(title));
    expect(missing.map(([all]) => all)).toEqual([]);
  });
});
