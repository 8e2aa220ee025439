import type { Metadata } from 'next';
import { SignOutButton } from '../../../frame/sign-out-button.tsx';
import { Door } from '../../../screens/door/door.tsx';
import { FoundForm } from '../../../screens/door/join-form.tsx';

export const metadata: Metadata = { title: 'No organization' };

export default function NoOrganizationPage() {
  return (
    <Door
      sentence="You are not a member of any organization. Open the link of an invitation, or make one of your own."
      ways={<SignOutButton />}
    >
      <FoundForm />
    </Door>
  );
}
