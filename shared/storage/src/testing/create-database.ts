import pg from 'pg';

/** An empty database, or a copy of `template`, on the server of `serverUrl`. */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<void> {
  const copy = template ? ` template ${pg.escapeIdentifier(template)} strategy file_copy` : '';
  await runOn(serverUrl, `create database ${pg.escapeIdentifier(name)}${copy}`);
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await runOn(serverUrl, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

export function urlOfDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function runOn(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
