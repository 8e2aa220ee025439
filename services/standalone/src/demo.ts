import type { Environment } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';
import { generateCompany, startTwin, type Twin } from '@speedtax/tracker-twin';
import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';
import { type DemoSettings, readDemoSettings } from './demo-settings.ts';
import { checkPortIsFree } from './free-port.ts';
import type { Web } from './start-web.ts';

export interface Demo {
  readonly twin: Twin;
  readonly apiKey: string;
  readonly companyName: string;
}

const demoSeed = 7;
const connectionName = 'Demo company';
const loopback = '127.0.0.1';

/** The demo company behind its own tracker, on this machine. It is read like any other: over HTTP, by the sync. */
export async function startDemo(folder: DataFolder, environment: Environment): Promise<Demo> {
  const settings = readDemoSettings(folder, { seed: demoSeed, issues: environment.demoIssues, today: new Date().toISOString() });
  const company = generateCompany({ seed: settings.seed, issues: settings.issues, today: Date.parse(settings.today) });
  const apiKey = `lin_api_${folder.readSecret('demo-key')}`;
  const port = await choosePort(settings);
  const twin = await startTwin({ company, apiKeys: [apiKey], host: loopback, port, limits: 'off', now: Date.now });
  folder.writeJson('demo.json', { ...settings, port: Number(new URL(twin.url).port) });
  return { twin, apiKey, companyName: company.organization.name };
}

/** Connects it as a person would, at the API; at a later start only its address may have changed. */
export async function connectDemo(demo: Demo, web: Web, database: Database): Promise<{ connectionId: string; isNew: boolean }> {
  const existing = await database.inOrganization(web.organizationId, async (trx) => {
    const row = await trx
      .selectFrom('connection')
      .select(['id', 'base_url'])
      .where('organization_id', '=', web.organizationId)
      .where('name', '=', connectionName)
      .orderBy('created_at')
      .executeTakeFirst();
    if (row && row.base_url !== demo.twin.url) {
      await trx
        .updateTable('connection')
        .set({ base_url: demo.twin.url })
        .where('organization_id', '=', web.organizationId)
        .where('id', '=', row.id)
        .execute();
    }
    return row;
  });
  if (existing) return { connectionId: existing.id, isNew: false };
  const body = { provider: 'linear', name: connectionName, apiKey: demo.apiKey, baseUrl: demo.twin.url };
  const created = await web.request('POST', '/api/v1/connections', body);
  return { connectionId: z.object({ id: z.uuid() }).parse(created).id, isNew: true };
}

async function choosePort({ port }: DemoSettings): Promise<number> {
  if (port === undefined) return 0;
  return checkPortIsFree(port, loopback).then(
    () => port,
    () => 0,
  );
}
