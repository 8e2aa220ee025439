import { createTransport } from 'nodemailer';
import type { Answer } from '../deliver/send-batch.ts';

export interface AlertMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same at every attempt, so that mailboxes can tell a repetition. */
  readonly messageId: string;
}

/** Never throws: a server that refuses is an answer. */
export type SendMail = (mail: AlertMail) => Promise<Answer>;

const timeoutMs = 20_000;
const mostCharacters = 300;

/** By the mail server of the installation; null where none is set. Whoever runs it has named that server, so that it may be anywhere. */
export function makeSendMail({ smtpUrl, mailFrom }: { smtpUrl?: string | undefined; mailFrom: string }): SendMail | null {
  if (smtpUrl === undefined) return null;
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    { from: mailFrom, disableFileAccess: true, disableUrlAccess: true },
  );
  return async (mail) => {
    try {
      const { response } = await transport.sendMail({ ...mail, headers: { 'auto-submitted': 'auto-generated' } });
      return { isOk: true, isFinal: true, answer: response.slice(0, mostCharacters) };
    } catch (error) {
      const { response, responseCode = 0, code } = error as { response?: string; responseCode?: number; code?: string };
      const answer = (response ?? `the mail server could not be reached: ${code ?? 'no connection'}`).slice(0, mostCharacters);
      return { isOk: false, isFinal: responseCode >= 500, answer };
    }
  };
}
