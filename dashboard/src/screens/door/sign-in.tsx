import { endpoints } from '@speedtax/contract';
import Link from 'next/link';
import { fetchApi } from '../../api/fetch-api.ts';
import { Door } from './door.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

/** Where a reader without a session ends up; where there is no account yet, the first is made here. */
export async function SignIn() {
  const methods = await fetchApi(endpoints.getSignInMethods);
  if (!methods.password) {
    return (
      <Door sentence="This Speedtax answers to API keys alone.">
        <p>Scripts send Authorization: Bearer, followed by the key.</p>
      </Door>
    );
  }
  if (methods.signUp === 'first') {
    return (
      <Door sentence="Nobody has an account here yet. The first one becomes the owner.">
        <SignUpForm />
      </Door>
    );
  }
  return (
    <Door
      sentence="Sign in to see what waiting costs."
      ways={
        <>
          {methods.letters !== 'none' && <Link href="/forgot-password">Forgot the password?</Link>}
          {methods.signUp === 'open' && <Link href="/sign-up">Make an account</Link>}
          {methods.signUp === 'invited' && <span>New here? Ask somebody of your organization for an invitation.</span>}
        </>
      }
    >
      <SignInForm methods={methods} to="/" />
    </Door>
  );
}
