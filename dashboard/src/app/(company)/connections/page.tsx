import type { Metadata } from 'next';
import { Connections } from '../../../screens/connections/connections.tsx';

export const metadata: Metadata = { title: 'Connections' };

export default function ConnectionsPage() {
  return <Connections />;
}
