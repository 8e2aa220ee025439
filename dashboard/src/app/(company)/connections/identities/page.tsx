import type { Metadata } from 'next';
import { Identities } from '../../../../screens/identities/identities.tsx';

export const metadata: Metadata = { title: 'The same in several trackers' };

export default function IdentitiesPage() {
  return <Identities />;
}
