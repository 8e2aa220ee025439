import type { Metadata } from 'next';
import { Door } from '../../../screens/door/door.tsx';
import { ResetPasswordForm } from '../../../screens/door/password-forms.tsx';

export const metadata: Metadata = { title: 'New password' };

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  return (
    <Door sentence="Choose a new password. You are signed out everywhere then.">
      <ResetPasswordForm token={String((await searchParams).token ?? '')} />
    </Door>
  );
}
