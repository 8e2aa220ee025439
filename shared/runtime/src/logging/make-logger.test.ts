import { describe, expect, it } from 'vitest';
import { makeLogger } from './make-logger.ts';

const token = 'lin_api_Zq81hTTmW0x2cV9uQ3aa';

function writtenBy(log: (logger: ReturnType<typeof makeLogger>) => void): string {
  const lines: string[] = [];
  log(makeLogger({ service: 'test', level: 'debug', destination: { write: (line) => lines.push(line) } }));
  return lines.join('');
}

describe('the log', () => {
  it('says which service, when and how bad, as one JSON line', () => {
    const line = JSON.parse(writtenBy((logger) => logger.info({ page: 3 }, 'page written')));
    expect(line).toMatchObject({ level: 'info', service: 'test', page: 3, msg: 'page written' });
    expect(new Date(line.time).toISOString()).toBe(line.time);
  });

  it('keeps quiet below its level', () => {
    expect(writtenBy((logger) => logger.trace('noise'))).toBe('');
  });

  it.each<[string, (logger: ReturnType<typeof makeLogger>) => void]>([
    ['a field', (logger) => logger.info({ apiKey: 'plain-words' })],
    ['a header deep in a request', (logger) => logger.info({ a: { b: { c: { headers: { Authorization: 'plain-words' } } } } })],
    ['a list of cookies', (logger) => logger.info({ 'set-cookie': ['a=plain-words', 'b=plain-words'] })],
    ['an error that quotes JSON', (logger) => logger.error(new Error(`answered {"apiToken":"plain-words","x":1}`))],
    ['an address with a password', (logger) => logger.error(new Error('connect postgres://user:plain-words@host:5432/db'))],
    ['a value with a quotation mark in it', (logger) => logger.info({ password: 'a"plain-words' })],
    ['a bearer header in a message', (logger) => logger.warn('sent Authorization: Bearer plain-words')],
  ])('never holds a credential: %s', (_where, log) => {
    const written = writtenBy(log);
    expect(written).not.toContain('plain-words');
    expect(written).toContain('[redacted]');
    expect(() => JSON.parse(written)).not.toThrow();
  });

  it('never holds a tracker token, wherever it is', () => {
    expect(writtenBy((logger) => logger.info({ url: `x?key=${token}` }, `key ${token} refused`))).not.toContain('Zq81');
  });

  it('leaves everything else as it was', () => {
    expect(JSON.parse(writtenBy((logger) => logger.info({ tokens: 12, issue: 'PAY-7', url: 'https://host/a:b@c' })))).toMatchObject({
      tokens: 12,
      issue: 'PAY-7',
      url: 'https://host/a:b@c',
    });
  });
});
