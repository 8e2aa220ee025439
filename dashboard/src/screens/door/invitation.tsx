import Link from 'next/link';
import { findAccount, findInvitation } from '../../api/find-account.ts';
import { sayRole } from '../../words/roles.ts';
import { Door } from './door.tsx';
import { JoinForm } from './join-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

/** What the link of an invitation opens: joining with an account, with one that is made now, or why neither works. */
export async function Invitation({ token }: { token: string }) {
  const [invitation, account] = await Promise.all([token === '' ? null : findInvitation(token), findAccount()]);
  if (!invitation) {
    return (
      <Door sentence="This invitation does not work any more.">
        <p>It was accepted, taken back, or is older than a week. Ask for another one.</p>
      </Door>
    );
  }
  const { invitedBy, organizationName, role, email } = invitation;
  const sentence = `${invitedBy} invites ${email} to ${organizationName}, as ${sayRole(role)}.`;
  if (account?.email === email) {
    return (
      <Door sentence={sentence}>
        <JoinForm token={token} />
      </Door>
    );
  }
  if (account) {
    return (
      <Door sentence={sentence} ways={<Link href="/">Back to the figures</Link>}>
        <p>You are signed in as {account.email}. Sign out there, and open this link again.</p>
      </Door>
    );
  }
  return (
    <Door sentence={sentence}>
      <SignUpForm invited={{ email, token }} />
      <details>
        <summary>I have an account with this address</summary>
        <SignInForm
          methods={{ password: true, google: false, oidc: null, signUp: 'invited', letters: 'none' }}
          to={`/invitation?token=${encodeURIComponent(token)}`}
        />
      </details>
    </Door>
  );
}
