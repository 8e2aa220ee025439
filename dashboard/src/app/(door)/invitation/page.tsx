import type { Metadata } from 'next';
import { Invitation } from '../../../screens/door/invitation.tsx';

export const metadata: Metadata = { title: 'Invitation' };

export default async function InvitationPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  return <Invitation token={String((await searchParams).token ?? '')} />;
}
