import { describe, expect, it } from 'vitest';
import { openSecret, sealSecret } from './seal-secret.ts';
import { deriveKey, makeSecretKeys } from './secret-keys.ts';

const older = 'the-first-secret-of-this-installation';
const newer = 'the-second-secret-of-this-installation';
const keys = makeSecretKeys(older);
const place = { organizationId: '0b4f7c1e-7a30-4d3f-9f0e-0d4f6a1c2b3d', rowId: '5d2c9a10-02fb-4c64-8a27-6f1f1e6e7a88' };

describe('a sealed credential', () => {
  it('opens again in its own row', async () => {
    expect(await openSecret(keys, place, await sealSecret(keys, place, 'lin_api_schön'))).toBe('lin_api_schön');
  });

  it('shows nothing of what it holds and differs each time', async () => {
    const [one, other] = await Promise.all([sealSecret(keys, place, 'lin_api_1'), sealSecret(keys, place, 'lin_api_1')]);
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString()).not.toContain('lin_api');
  });

  it.each([
    ['row', { ...place, rowId: '7f0e2f66-3b9c-4f7e-8d3b-1f0a9d6a5c21' }],
    ['organization', { ...place, organizationId: '7f0e2f66-3b9c-4f7e-8d3b-1f0a9d6a5c21' }],
  ])('does not open in another %s', async (_what, elsewhere) => {
    const sealed = await sealSecret(keys, place, 'lin_api_1');
    await expect(openSecret(keys, elsewhere, sealed)).rejects.toMatchObject({ name: 'SecretError', reason: 'wrong-place' });
  });

  it('does not open when its row was written over by hand', async () => {
    const sealed = await sealSecret(keys, place, 'lin_api_1');
    const [header, ...rest] = sealed.split('.');
    const forged = { ...JSON.parse(Buffer.from(header ?? '', 'base64url').toString()), sub: 'another/row' };
    const altered = [Buffer.from(JSON.stringify(forged)).toString('base64url'), ...rest].join('.');
    await expect(openSecret(keys, { organizationId: 'another', rowId: 'row' }, altered)).rejects.toMatchObject({ reason: 'damaged' });
  });

  it.each(['', 'not a jwe', 'a.b.c.d.e'])('that is no sealed value at all is damaged: "%s"', async (sealed) => {
    await expect(openSecret(keys, place, sealed)).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('still opens after the secret was rotated, and new ones are sealed with the new key', async () => {
    const rotated = makeSecretKeys(`${newer}, ${older}`);
    expect(await openSecret(rotated, place, await sealSecret(keys, place, 'lin_api_1'))).toBe('lin_api_1');
    expect(await openSecret(makeSecretKeys(newer), place, await sealSecret(rotated, place, 'lin_api_2'))).toBe('lin_api_2');
  });

  it('names the missing key when the old secret is gone', async () => {
    const sealed = await sealSecret(keys, place, 'lin_api_1');
    await expect(openSecret(makeSecretKeys(newer), place, sealed)).rejects.toMatchObject({ reason: 'unknown-key' });
  });
});

describe('keys', () => {
  it('of two purposes differ', () => {
    expect(deriveKey(older, 'session cookie')).not.toEqual(deriveKey(older, 'tracker credentials'));
    expect(deriveKey(older, 'session cookie')).toHaveLength(32);
  });
});
