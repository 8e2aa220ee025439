import { describe, expect, it } from 'vitest';
import { prepareAuditRow } from './prepare-audit-row.ts';

describe('an entry of the audit log', () => {
  it('is told in words, without what is nothing', () => {
    const entry = {
      id: 'x',
      at: '2026-01-01T00:00:00.000Z',
      actor: { kind: 'system' as const, id: null, name: 'Speedtax' },
      action: 'api_key.revoked',
      subject: { kind: 'api_key', id: null, name: 'Export' },
      detail: { from: 'admin', revokedKeys: [], scopes: ['read'], expiresAt: null },
    };
    expect(prepareAuditRow(entry)).toEqual({ did: 'revoked api key', detail: 'from: admin, scopes: ["read"]' });
  });
});
