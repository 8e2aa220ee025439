import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, openDatabase } from '@speedtax/storage';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@speedtax/storage/embedded';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
let dataDir: string;
let server: EmbeddedPostgres | undefined;
const start = (more: { port?: number } = {}) => startEmbeddedPostgres({ dataDir, durable: false, log: () => {}, ...more });

// For a process of its own, to be killed.
const startAndWait = `
  import { startEmbeddedPostgres } from '@speedtax/storage/embedded';
  await startEmbeddedPostgres({ dataDir: process.argv[1], durable: false, log: () => {} });
  console.log('started');
`;

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function stopServer(): Promise<void> {
  await server?.close();
  server = undefined;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'speedtax-embedded-'));
  dataDir = path.join(folder, 'data');
  server = await start();
  await query(server.url, 'create table kept as select 1 as n');
});
afterAll(async () => {
  await stopServer();
  await rm(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('listens on the loopback address only, and keeps its password from others', async () => {
    const url = new URL((server as EmbeddedPostgres).url);
    expect(url.hostname).toBe('127.0.0.1');
    expect(await query(url.href, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect((await stat(path.join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toThrow(/password/);
  });

  it('refuses a second start on the same folder, and goes on itself', async () => {
    await expect(start()).rejects.toThrow(/Another Speedtax is running on this data folder/);
    expect(await query((server as EmbeddedPostgres).url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('serves a login that is no superuser but may make roles, and row-level security binds it', async () => {
    const url = (server as EmbeddedPostgres).url;
    await query(url, `create role plain login createrole password 'plain'`);
    await query(url, 'create database theirs owner plain');
    const theirs = url.replace(/\/\/.*@/, '//plain:plain@').replace(/postgres$/, 'theirs');
    expect((await migrate(theirs))[0]).toBe('0001-roles');
    expect(await migrate(theirs)).toEqual([]);
    const database = openDatabase({ url: theirs, applicationName: 'test', onError: () => {} });
    const [one, two] = [randomUUID(), randomUUID()];
    await database.asSystem((trx) =>
      trx
        .insertInto('organization')
        .values([
          { id: one, name: 'One' },
          { id: two, name: 'Two' },
        ])
        .execute(),
    );
    const names = await database.inOrganization(one, (trx) => trx.selectFrom('organization').select('name').execute());
    await database.close();
    expect(names).toEqual([{ name: 'One' }]);
    expect(await query(theirs, 'select * from organization')).toEqual([]);
  });

  it('keeps its data over a restart', async () => {
    await stopServer();
    server = await start();
    expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('starts when the pid file of a killed server names another living process', async () => {
    await stopServer();
    await writeFile(path.join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n\nready\n`);
    server = await start();
    expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('takes over from a process that was killed while its server ran on', async () => {
    await stopServer();
    const child = spawn(process.execPath, ['--input-type=module', '--eval', startAndWait, dataDir], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const killed = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await killed;
    server = await start();
    expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('names the port when it is taken', async () => {
    await stopServer();
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port));
    });
    await expect(start({ port })).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => taken.close(resolve));
  });

  it('names the folder when it cannot be written to', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expect(startEmbeddedPostgres({ dataDir: path.join(file, 'data'), log: () => {} })).rejects.toThrow(
      `The data folder ${path.join(file, 'data')} is not writable`,
    );
  });
});
