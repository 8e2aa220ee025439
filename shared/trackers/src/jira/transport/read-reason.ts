import { z } from 'zod';
import type { JiraAnswer } from './jira-request.ts';

const maxReasonLength = 500;

const complaint = z.object({
  errorMessages: z.array(z.string()).catch([]),
  errors: z.record(z.string(), z.string()).catch({}),
  message: z.string().catch(''),
  errorMessage: z.string().catch(''),
  error_description: z.string().catch(''),
  detail: z.string().catch(''),
});

/** Why Jira refused, in its own words where it gave any; it has several forms for that. Null: none that people can read. */
export function readReason({ headers, text }: JiraAnswer): string | null {
  const login = readLoginReason(headers);
  const said = readWords(text, headers);
  return [login, said].filter((part) => part !== null).join(' ') || null;
}

/** Servers ask for a CAPTCHA after some wrong passwords, and then let nobody in who cannot see it. */
function readLoginReason(headers: Headers): string | null {
  const denied = headers.get('x-authentication-denied-reason') ?? '';
  const login = headers.get('x-seraph-loginreason') ?? '';
  if (/captcha/i.test(denied) || /AUTHENTICATION_DENIED/.test(login))
    return 'Jira asks this account for a CAPTCHA: sign in once in a browser, then try again.';
  return /AUTHENTICATED_FAILED/.test(login) ? 'Jira does not accept these credentials.' : null;
}

function readWords(text: string, headers: Headers): string | null {
  const parsed = complaint.safeParse(parseOrNull(text));
  if (parsed.success) {
    const { errorMessages, errors, ...rest } = parsed.data;
    const fields = Object.entries(errors).map(([field, words]) => `${field}: ${words}`);
    const words = [...errorMessages, ...fields, ...Object.values(rest)].filter((part) => part !== '');
    return words.length > 0 ? words.join(' ').slice(0, maxReasonLength) : null;
  }
  const isPlain = (headers.get('content-type') ?? '').includes('text/plain') && /^\s*[^<\s]/.test(text);
  return isPlain ? text.trim().slice(0, maxReasonLength) : null;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
