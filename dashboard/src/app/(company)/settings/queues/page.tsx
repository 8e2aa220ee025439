import type { Metadata } from 'next';
import { QueuePage } from '../../../../screens/settings/queues.tsx';

export const metadata: Metadata = { title: 'Work in progress' };

export default function Page() {
  return <QueuePage />;
}
