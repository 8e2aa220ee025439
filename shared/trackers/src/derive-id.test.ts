import { describe, expect, it } from 'vitest';
import { deriveId } from './derive-id.ts';

const connection = '6f1f6a52-4a4b-4d5e-9d7c-0a1b2c3d4e5f';

describe('the id of a tracker’s thing', () => {
  it('is the same each time', () => {
    expect(deriveId(connection, 'issue', 'abc')).toBe(deriveId(connection, 'issue', 'abc'));
  });

  it('is a UUID of version 5', () => {
    expect(deriveId(connection, 'issue', 'abc')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('differs between connections, kinds and external ids', () => {
    const ids = [
      deriveId(connection, 'issue', 'abc'),
      deriveId(connection, 'project', 'abc'),
      deriveId(connection, 'issue', 'abd'),
      deriveId('00000000-0000-4000-8000-000000000000', 'issue', 'abc'),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});
