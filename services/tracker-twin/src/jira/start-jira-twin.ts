import { createServer } from 'node:http';
import type { Company } from '../company/company.ts';
import { Ledger } from '../server/ledger.ts';
import { close, listen } from '../server/listen.ts';
import { tellTime } from '../server/tell-time.ts';
import { JiraWebhooks } from '../webhooks/jira-webhooks.ts';
import type { JiraTwinSettings } from './jira-settings.ts';
import { makeFieldReaders } from './payloads/issue-fields.ts';
import { Searches } from './search/run-search.ts';
import { answerJiraRequest, type ServerContext } from './server/answer-jira-request.ts';
import { JiraDoor } from './server/jira-access.ts';
import { JiraAllowance } from './server/jira-limits.ts';
import { OAuthGrant } from './server/oauth-grant.ts';
import { type JiraSite, makeJiraSite } from './site/jira-site.ts';

export interface JiraTwin {
  /** Of the site, with its context path and without a slash at the end. */
  readonly url: string;
  /** Where the API is asked with OAuth tokens: the gateway of a Cloud site. */
  readonly gatewayUrl: string;
  readonly company: Company;
  readonly ledger: Ledger;
  readonly site: JiraSite;
  /** null where nobody came with OAuth. */
  readonly grant: OAuthGrant | null;
  readonly webhooks: JiraWebhooks;
  /** Ends the server and every connection, hanging ones too. */
  close(): Promise<void>;
}

/** Serves a company as Jira would: a site of Cloud, or a Data Center. */
export async function startJiraTwin(settings: JiraTwinSettings): Promise<JiraTwin> {
  const { company, credentials, limits, host = '127.0.0.1', contextPath = '' } = settings;
  const site = makeJiraSite(settings);
  const ledger = new Ledger();
  const grant = credentials.oauth ? new OAuthGrant(credentials.oauth) : null;
  const webhooks = new JiraWebhooks(site);
  const context: ServerContext = {
    site,
    webhooks,
    ledger,
    grant,
    readers: makeFieldReaders(site),
    searches: new Searches(site),
    door: new JiraDoor(credentials, grant, site.isCloud),
    allowance: new JiraAllowance(limits),
  };
  const server = createServer((request, response) => {
    tellTime(response, settings.now());
    answerJiraRequest(context, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  const origin = await listen(server, settings.port ?? 0, host);
  site.baseUrl = `${origin}${contextPath}`;
  return {
    url: site.baseUrl,
    gatewayUrl: `${origin}/ex/jira/${company.organization.id}`,
    company,
    ledger,
    site,
    grant,
    webhooks,
    close: () => {
      webhooks.close();
      site.index.close();
      return close(server);
    },
  };
}
