import { z } from 'zod';
import { id } from './common.ts';
import { connection } from './connection.ts';

export const oauthProvider = z.enum(['linear', 'jira']);

export const oauthProviders = z
  .object({ items: z.array(oauthProvider).describe('trackers that can be let in on their own page, because an app is configured') })
  .meta({ id: 'OauthProviders' });

export const oauthWish = z.object({
  provider: oauthProvider,
  name: z.string().trim().min(1).max(200).describe('of the connection'),
  connectionId: id.optional().describe('whose credentials are to be replaced'),
  startsPaused: z.boolean().default(false).describe('nothing is read before it is resumed'),
});

export const oauthStart = z.object({ url: z.string().describe("the tracker's page, to be opened in the browser of whoever asks") });

export const oauthReturn = z.object({
  state: z.string().min(20).max(200),
  code: z.string().min(1).max(5000).optional().describe('as the tracker gave it; once'),
  siteId: z.string().min(1).max(200).optional().describe('Jira: which of several sites'),
});

export const oauthSite = z.object({ id: z.string(), url: z.string(), name: z.string() });

export const oauthOutcome = z
  .object({
    connection: connection.nullable(),
    sites: z.array(oauthSite).describe('to choose from, where there is no connection yet: ask again with one of them'),
  })
  .meta({ id: 'OauthOutcome' });
export type OauthOutcome = z.infer<typeof oauthOutcome>;
