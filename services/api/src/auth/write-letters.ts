import type { Mail } from '../mail/mail.ts';

/** The letters of the sign-in. Each says what to do when it was not asked for. */
export function writeLetters(mail: Mail) {
  return {
    resetPassword: (to: string, url: string) =>
      mail.send({
        to,
        subject: 'A new password for Speedtax',
        text: `Choose a new password here, within an hour:\n\n${url}\n\nIf you did not ask for it, do nothing: your password stays as it is.`,
      }),
    verifyAddress: (to: string, url: string) =>
      mail.send({
        to,
        subject: 'Your e-mail address at Speedtax',
        text: `Say that this address is yours, within an hour:\n\n${url}\n\nIf you have not signed up at Speedtax, do nothing.`,
      }),
    invitation: (to: string, { organizationName, invitedBy, url }: { organizationName: string; invitedBy: string; url: string }) =>
      mail.send({
        to,
        subject: `${invitedBy} invites you to ${organizationName} on Speedtax`,
        text: `Accept here, within a week:\n\n${url}\n\nIf you do not know who this is, do nothing.`,
      }),
  };
}
