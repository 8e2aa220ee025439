import { describe, expect, it } from 'vitest';
import { cleanJson, cleanText } from './clean-text.ts';

describe('texts that Postgres cannot hold', () => {
  it.each([
    ['a\0b', 'ab'],
    ['half \ud83d of a smile', 'half \ufffd of a smile'],
    ['a whole \u{1f600}', 'a whole \u{1f600}'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('are cleaned in JSON at any depth, in names too', () => {
    expect(cleanJson({ 'k\0': [{ t: 'x\0y\udc00' }] })).toBe('{"k":[{"t":"xy\ufffd"}]}');
  });

  it('a written-out escape in a text is left as it is', () => {
    const value = { t: '\\u0000 is NUL' };
    expect(JSON.parse(cleanJson(value))).toEqual(value);
  });

  it('what JSON has no word for becomes null', () => {
    expect(cleanJson(undefined)).toBe('null');
  });
});
