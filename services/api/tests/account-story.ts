import type { TestApi } from './test-api.ts';

export const goodPassword = 'correct horse battery staple 7';

/** Somebody at a browser: keeps cookies, and says as a browser does that the page is our own. */
export interface Person {
  readonly email: string;
  ask(path: string, method?: string, body?: unknown): Promise<Response>;
  /** The parsed body of an answer in the 200s. */
  do<T>(method: string, path: string, body?: unknown): Promise<T>;
  cookie(): string;
}

export function meet(api: TestApi, email: string, name = email.split('@')[0] ?? ''): Person & { name: string } {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map((pair) => pair.join('=')).join('; ');
  const ask = async (path: string, method = 'GET', body?: unknown) => {
    const answer = await fetch(`${api.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie: cookie(), 'sec-fetch-site': 'same-origin', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(set)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  return {
    email,
    name,
    ask,
    cookie,
    async do<T>(method: string, path: string, body?: unknown) {
      const answer = await ask(path, method, body);
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (answer.status === 204 ? undefined : await answer.json()) as T;
    },
  };
}

/** Signs up, says that the address is one's own, and signs in. */
export async function signUp(api: TestApi, email: string, more: { invitation?: string; password?: string } = {}): Promise<Person> {
  const person = meet(api, email);
  const password = more.password ?? goodPassword;
  const sentBefore = api.letters.length;
  await person.do('POST', '/api/auth/sign-up/email', { email, name: person.name, password, invitation: more.invitation });
  if (api.letters.length > sentBefore) await openLink(api, person);
  await person.do('POST', '/api/auth/sign-in/email', { email, password });
  return person;
}

/** Opens the link of the last letter to somebody, as a click in a mail does. @returns its token */
export async function openLink(api: TestApi, person: Person): Promise<string> {
  const letter = api.letters.findLast(({ to }) => to === person.email);
  const link = /https?:\S+/.exec(letter?.text ?? '')?.[0];
  if (!link) throw new Error(`There is no link in any letter to ${person.email}`);
  const { pathname, search, searchParams } = new URL(link);
  if (pathname.startsWith('/api/')) await person.ask(pathname + search);
  return searchParams.get('token') ?? '';
}
