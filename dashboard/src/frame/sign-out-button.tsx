'use client';

import { sendApi } from '../api/send-api.ts';
import classes from '../parts/form.module.css';

export function SignOutButton() {
  async function signOut() {
    await sendApi('POST', '/api/auth/sign-out', {});
    window.location.assign('/sign-in');
  }
  return (
    <button type="button" className={classes.quietButton} onClick={signOut}>
      Sign out
    </button>
  );
}
