import type { Fault } from '../../server/faults.ts';

/** One request as an endpoint sees it. */
export interface JiraRequest {
  /** Of the endpoint, such as `search/jql`; '' where there is none. */
  readonly name: string;
  readonly method: string;
  /** Below `/rest/api/{2,3}/` or `/rest/agile/1.0/`; else whole. */
  readonly path: string;
  /** What stands at the places of the endpoint's path that vary. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  /** Asked through the gateway, where apps come in. */
  readonly isGateway: boolean;
  /** The parsed body; null where there is none. */
  readonly body: unknown;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How many requests came before it. */
  readonly place: number;
}

export interface JiraAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type JiraRequestHook = (request: JiraRequest) => Fault | undefined | Promise<Fault | undefined>;
export type JiraAnswerHook = (request: JiraRequest, body: unknown) => unknown;
