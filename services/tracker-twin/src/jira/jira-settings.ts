import type { Company } from '../company/company.ts';
import type { Edition } from './edition/edition.ts';
import type { JiraLimits } from './server/jira-limits.ts';
import type { JiraAnswer, JiraAnswerHook, JiraRequestHook } from './server/jira-request.ts';

export type Deployment = 'cloud' | 'data-center';

export interface JiraTwinSettings {
  readonly company: Company;
  readonly deployment: Deployment;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Where a Data Center lives below its host, such as `/jira`. */
  readonly contextPath?: string;
  readonly credentials: JiraCredentials;
  readonly limits: JiraLimits;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The profile zone of whoever asks: dates in queries are read in it. UTC where absent. */
  readonly timezone?: string;
  /** The site's words; English where absent. */
  readonly edition?: Edition;
  /** Whether the cycles of the company are served as sprints. */
  readonly hasSprints?: boolean;
  /** What else says to which team an issue belongs, beside its project and the Team field. */
  readonly teamMark?: 'component' | 'label';
  /** By how much the history of the second end of a link is later than that of the first. 7 where absent. */
  readonly linkSkewMs?: number;
  /** Whether histories name the ids of fields; releases before 7 of the server do not. */
  readonly namesFieldIds?: boolean;
  /** Searches see a change one search late, as an index does that follows its database. */
  readonly hasIndexLag?: boolean;
  /** A link to an issue that is hidden shows its key and status, or is left out. Shown where absent. */
  readonly hiddenEnds?: 'shown' | 'left-out';
  /** The site says nothing of epoch milliseconds in queries: only dates are understood. */
  readonly refusesEpochs?: boolean;
  /** Answers are compressed for who takes that. */
  readonly compresses?: boolean;
  /** At most so many issues on a page, whatever was asked for. */
  readonly maxPageSize?: number;
  /** Endpoints that this site lacks, by name, and how it says so. */
  readonly absent?: Readonly<Record<string, JiraAnswer['status']>>;
  /** Whoever asks may not make webhooks of administrators. */
  readonly isNoAdministrator?: boolean;
  /** Webhooks come without a signature, as from old servers. */
  readonly signsNoWebhooks?: boolean;
  readonly onRequest?: JiraRequestHook;
  /** May put another body in the place of an answer that is about to be sent. */
  readonly onAnswer?: JiraAnswerHook;
}

export interface JiraCredentials {
  /** Cloud: API tokens by e-mail address. Data Center: passwords by user name. */
  readonly basic?: Readonly<Record<string, string>>;
  /** Data Center: personal access tokens. */
  readonly accessTokens?: readonly string[];
  /** Cloud: an app that was allowed in by somebody, and the first token it may refresh with. */
  readonly oauth?: { readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string };
}
