import type { Environment } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';
import { companyEdition, generateCompany, startTwin, type Twin } from '@speedtax/tracker-twin';
import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';
import { type DemoSettings, readDemoSettings, writeDemoSettings } from './demo-settings.ts';
import { checkPortIsFree } from './free-port.ts';
import type { Web } from './start-web.ts';

export interface Demo {
  readonly twin: Twin;
  readonly apiKey: string;
  readonly companyName: string;
  readonly settings: DemoSettings;
}

const demoSeed = 7;
const connectionName = 'Demo company';
const loopback = '127.0.0.1';

/** The demo company behind its own tracker, on this machine. It is read like any other: over HTTP, by the sync. */
export async function startDemo(folder: DataFolder, { demoIssues }: Environment): Promise<Demo> {
  const fresh = { edition: companyEdition, seed: demoSeed, issues: demoIssues, today: new Date().toISOString() };
  const kept = readDemoSettings(folder, fresh);
  const company = generateCompany({ seed: kept.seed, issues: kept.issues, today: Date.parse(kept.today) });
  const apiKey = `lin_api_${folder.readSecret('demo-key')}`;
  const twin = await startTwin({ company, apiKeys: [apiKey], host: loopback, port: await choosePort(kept), limits: 'off', now: Date.now });
  const settings = { ...kept, port: Number(new URL(twin.url).port) };
  writeDemoSettings(folder, settings);
  return { twin, apiKey, companyName: company.organization.name, settings };
}

/** Connects it as a person would, at the API. At a later start only its address may have changed. */
export async function connectDemo(
  demo: Demo,
  web: Web,
  database: Database,
  folder: DataFolder,
): Promise<{ connectionId: string; isNew: boolean }> {
  const existing = await findConnection(web, database);
  if (existing && existing.id === demo.settings.connectionId) {
    if (existing.base_url !== demo.twin.url) await moveConnection(web, database, existing.id, demo.twin.url);
    return { connectionId: existing.id, isNew: false };
  }
  // It belongs to an earlier edition: another company, whose issues would mix with this one's.
  if (existing) await web.request('DELETE', `/api/v1/connections/${existing.id}`);
  const body = { provider: 'linear', name: connectionName, apiKey: demo.apiKey, baseUrl: demo.twin.url };
  const { id } = z.object({ id: z.uuid() }).parse(await web.request('POST', '/api/v1/connections', body));
  writeDemoSettings(folder, { ...demo.settings, connectionId: id });
  return { connectionId: id, isNew: true };
}

function findConnection({ organizationId }: Web, database: Database): Promise<{ id: string; base_url: string } | undefined> {
  return database.inOrganization(organizationId, (trx) =>
    trx
      .selectFrom('connection')
      .select(['id', 'base_url'])
      .where('organization_id', '=', organizationId)
      .where('name', '=', connectionName)
      .orderBy('created_at')
      .executeTakeFirst(),
  );
}

async function moveConnection({ organizationId }: Web, database: Database, id: string, url: string): Promise<void> {
  await database.inOrganization(organizationId, (trx) =>
    trx.updateTable('connection').set({ base_url: url }).where('organization_id', '=', organizationId).where('id', '=', id).execute(),
  );
}

async function choosePort({ port }: DemoSettings): Promise<number> {
  if (port === undefined) return 0;
  return checkPortIsFree(port, loopback).then(
    () => port,
    () => 0,
  );
}
