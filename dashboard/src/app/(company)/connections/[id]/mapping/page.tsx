import type { Metadata } from 'next';
import { Mapping } from '../../../../../screens/mapping/mapping.tsx';

export const metadata: Metadata = { title: 'Mapping' };

export default async function MappingPage({ params }: { params: Promise<{ id: string }> }) {
  return <Mapping id={(await params).id} />;
}
