import { TrackerError } from '../../tracker-error.ts';
import { type MyselfPayload, myselfPayload } from '../payloads/myself.ts';
import { type ServerInfoPayload, serverInfoPayload } from '../payloads/server-info.ts';
import { isNotOffered } from '../transport/is-not-offered.ts';
import type { JiraApiVersion, JiraClient } from '../transport/jira-client.ts';

/** Run by Atlassian, or by somebody else: Server and Data Center answer alike. */
export type JiraDeployment = 'cloud' | 'server';

/** By what the server says of itself, never by its address; before it said anything of the kind there was no Cloud to talk to. */
export const deploymentOf = ({ deploymentType }: ServerInfoPayload): JiraDeployment =>
  deploymentType?.toLowerCase() === 'cloud' ? 'cloud' : 'server';

/** What kind of Jira this is. It may be told to anybody, and says nothing about the credentials. @throws TrackerError */
export async function fetchServerInfo(client: JiraClient): Promise<ServerInfoPayload> {
  const payload = await fetchAnyVersion(client);
  const info = serverInfoPayload.safeParse(payload);
  const isJira = info.success && Object.values(info.data).some((value) => value !== null);
  if (!isJira) throw new TrackerError('refused', `The address does not answer like Jira. ${whereItIs}`);
  return info.data;
}

async function fetchAnyVersion(client: JiraClient): Promise<unknown> {
  for (const version of ['2', '3'] as const) {
    try {
      return await client.speaking(version).ask((jira) => jira.getServerInfo());
    } catch (error) {
      if (!isNotOffered(error)) throw error;
    }
  }
  throw new TrackerError('refused', `There is no Jira at this address. ${whereItIs}`);
}

const whereItIs = 'Give the root of the site, as in https://acme.atlassian.net or https://jira.acme.com/jira.';

/** Whose credentials these are. Some sites answer everybody, so nothing else shows that they work. @throws TrackerError */
export async function fetchMyself(client: JiraClient): Promise<MyselfPayload> {
  const myself = myselfPayload.safeParse(await client.ask((jira) => jira.getCurrentUser()));
  if (!myself.success) throw new TrackerError('refused', 'Jira does not say whose credentials these are.');
  const { accountId, key, name } = myself.data;
  if (accountId === null && key === null && name === null)
    throw new TrackerError('unauthorized', 'Jira takes these credentials for nobody’s.');
  return myself.data;
}

/** The version of its API that this Jira is read with, asked whose credentials these are. @throws TrackerError */
export async function findVersion(client: JiraClient, deployment: JiraDeployment): Promise<JiraApiVersion> {
  if (deployment === 'cloud') {
    try {
      await fetchMyself(client.speaking('3'));
      return '3';
    } catch (error) {
      if (!isNotOffered(error)) throw error;
    }
  }
  await fetchMyself(client.speaking('2'));
  return '2';
}
