import type { Metadata } from 'next';
import { ConnectedTracker } from '../../../../screens/connect/connected-tracker.tsx';

export const metadata: Metadata = { title: 'Connect a tracker' };

export default async function ConnectedPage({ params }: { params: Promise<{ id: string }> }) {
  return <ConnectedTracker id={(await params).id} />;
}
