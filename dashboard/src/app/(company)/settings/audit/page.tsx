import type { Metadata } from 'next';
import { AuditLog } from '../../../../screens/settings/audit-log.tsx';

export const metadata: Metadata = { title: 'Audit log' };

export default async function AuditPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  return <AuditLog cursor={(await searchParams).cursor} />;
}
