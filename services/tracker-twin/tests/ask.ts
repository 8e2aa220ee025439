import { type Company, generateCompany, startTwin, type Twin, type TwinSettings } from '../src/index.ts';

export const TODAY = Date.parse('2026-11-20T12:00:00Z');
export const KEY = 'lin_api_test';

let small: Company | undefined;

/** A twin of a small company, one for the whole file, on a port of its own, its clock standing still unless told otherwise. */
export function startSmallTwin(settings: Partial<TwinSettings> = {}): Promise<Twin> {
  small ??= generateCompany({ seed: 7, issues: 300, today: TODAY });
  return startTwin({
    company: small,
    apiKeys: [KEY],
    limits: 'off',
    now: () => TODAY,
    ...settings,
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly data: any;
  readonly errors: { message: string; extensions: Record<string, unknown> }[] | undefined;
}

export async function ask(
  url: string,
  query: string,
  variables: object = {},
  headers: Record<string, string> = { authorization: KEY },
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors };
}
