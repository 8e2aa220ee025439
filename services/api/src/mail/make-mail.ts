import { createTransport } from 'nodemailer';
import type { Mail } from './mail.ts';

const timeoutMs = 10_000;
const maxConnections = 2;

export interface MailOptions {
  /** Of the mail server; undefined where there is none. */
  readonly smtpUrl: string | undefined;
  readonly from: string;
  /** Where letters are printed when there is no mail server; null: nowhere. They let people in, so never into a log that is kept. */
  readonly print: ((text: string) => void) | null;
}

/** Letters by SMTP, or printed where there is no mail server. */
export function makeMail({ smtpUrl, from, print }: MailOptions): Mail {
  if (smtpUrl === undefined) {
    return {
      delivery: print ? 'printed' : 'none',
      send: async ({ to, subject, text }) =>
        print?.(`\nThere is no mail server (SMTP_URL), so this is for ${to}:\n${subject}\n\n${text}\n`),
    };
  }
  const url = new URL(smtpUrl);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    ...(url.username !== '' && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    pool: true,
    maxConnections,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { delivery: 'sent', send: async (letter) => void (await transport.sendMail({ ...letter, from })) };
}
