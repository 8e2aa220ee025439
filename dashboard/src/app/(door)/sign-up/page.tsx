import type { Metadata } from 'next';
import Link from 'next/link';
import { Door } from '../../../screens/door/door.tsx';
import { SignUpForm } from '../../../screens/door/sign-up-form.tsx';

export const metadata: Metadata = { title: 'Sign up' };

export default function SignUpPage() {
  return (
    <Door sentence="Make an account." ways={<Link href="/sign-in">Sign in with one you have</Link>}>
      <SignUpForm />
    </Door>
  );
}
