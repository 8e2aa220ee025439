import type { Metadata } from 'next';
import { Connect } from '../../../screens/connect/connect.tsx';

export const metadata: Metadata = { title: 'Connect a tracker' };

export default async function ConnectPage({ searchParams }: { searchParams: Promise<{ tracker?: string; renew?: string }> }) {
  const { tracker, renew } = await searchParams;
  return <Connect tracker={tracker} renewId={renew} />;
}
