import JiraApi from 'jira-client';
import type { Authorization } from '../access/open-session.ts';
import type { JiraReply, JiraRequest } from './jira-request.ts';

interface LibraryOptions {
  /** The site's root, with its context path. */
  readonly root: string;
  /** Of `/rest/api`. */
  readonly apiVersion: string;
  readonly authorization: Authorization;
  readonly request: (request: JiraRequest) => Promise<JiraReply>;
}

/** One per request, because tokens change; it opens nothing. */
export function makeLibrary({ root, authorization, ...options }: LibraryOptions): JiraApi {
  const { protocol, hostname, port, pathname } = new URL(root);
  const place = { protocol: protocol.slice(0, -1), host: hostname, port, base: pathname.replace(/\/+$/, '') };
  return new JiraApi({ ...options, ...place, ...authorization } as JiraApi.JiraApiOptions);
}

export type Query = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What the library's types keep to themselves: it has no method for most of what one POSTs. */
interface Inner {
  doRequest(options: object): Promise<unknown>;
  makeRequestHeader(uri: string, options?: object): object;
  makeUri(parts: { pathname: string; query?: object; intermediatePath?: string | undefined }): string;
}

const innerOf = (jira: JiraApi) => jira as unknown as Inner;

export interface Sending {
  readonly method: 'POST' | 'PUT';
  readonly pathname: string;
  readonly body: unknown;
  readonly under?: string | undefined;
}

export function sendTo(jira: JiraApi, { method, pathname, body, under }: Sending): Promise<unknown> {
  const inner = innerOf(jira);
  return inner.doRequest(inner.makeRequestHeader(inner.makeUri({ pathname, intermediatePath: under }), { method, body }));
}

/** The library decodes the whole address once it has made it, so values go into it encoded. */
export function getFrom(jira: JiraApi, pathname: string, query: Query, under: string | undefined): Promise<unknown> {
  const inner = innerOf(jira);
  const encoded = Object.entries(query).map(([name, value]) => [
    name,
    typeof value === 'object' ? value.map(encodeURIComponent) : encodeURIComponent(String(value)),
  ]);
  const uri = inner.makeUri({ pathname, query: Object.fromEntries(encoded), intermediatePath: under });
  return inner.doRequest(inner.makeRequestHeader(uri));
}
