import { endpoints } from '@speedtax/contract';
import type { Metadata } from 'next';
import Link from 'next/link';
import { fetchApi } from '../../../api/fetch-api.ts';
import { Door } from '../../../screens/door/door.tsx';
import { ForgotPasswordForm } from '../../../screens/door/password-forms.tsx';

export const metadata: Metadata = { title: 'Forgot password' };

export default async function ForgotPasswordPage() {
  const { letters } = await fetchApi(endpoints.getSignInMethods);
  return (
    <Door sentence="Choose a new password by a link that is sent to you." ways={<Link href="/sign-in">Back to signing in</Link>}>
      <ForgotPasswordForm isPrinted={letters === 'printed'} />
    </Door>
  );
}
