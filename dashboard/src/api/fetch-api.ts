import { type AnswerOf, type Endpoint, problem } from '@speedtax/contract';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { ApiError } from './api-error.ts';

interface Ask {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
}

const answerTimeLimitMs = 15_000;

/**
 * Asks the API on behalf of the reader, whose cookie goes along. What it answers is parsed against the contract.
 * @throws {ApiError} when the answer is a refusal; a missing thing and a missing sign-in lead to their own pages
 */
export async function fetchApi<const E extends Endpoint>(endpoint: E, ask: Ask = {}): Promise<AnswerOf<E>> {
  const path = writePath(endpoint.path, ask);
  const response = await askApi(path);
  if (response.ok) return endpoint.answer?.parse(await response.json()) as AnswerOf<E>;
  if (response.status === 401) redirect('/sign-in');
  if (response.status === 404) notFound();
  const problem = await readProblem(response);
  if (problem?.code === 'no_organization') redirect('/no-organization');
  throw new ApiError(path, response.status, problem);
}

/** Asks without a view of what the answer means. */
export async function askApi(path: string, init: { method?: string; body?: string } = {}): Promise<Response> {
  return fetch(`${apiUrl()}${path}`, {
    ...init,
    cache: 'no-store',
    headers: { ...(await forwardedHeaders()), ...(init.body !== undefined && { 'content-type': 'application/json' }) },
    signal: AbortSignal.timeout(answerTimeLimitMs),
  });
}

function writePath(template: string, { params = {}, query = {} }: Ask): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

function apiUrl(): string {
  const url = process.env.SPEEDTAX_API_URL;
  if (!url) throw new Error('SPEEDTAX_API_URL is not set: it names where the API answers, such as http://127.0.0.1:4000');
  return url.replace(/\/$/, '');
}

async function forwardedHeaders(): Promise<Record<string, string>> {
  const incoming = await headers();
  const forwarded: Record<string, string> = { accept: 'application/json' };
  for (const name of ['cookie', 'authorization', 'x-request-id']) {
    const value = incoming.get(name);
    if (value) forwarded[name] = value;
  }
  return forwarded;
}

async function readProblem(response: Response) {
  const parsed = problem.safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}
