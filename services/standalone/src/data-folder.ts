import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything an installation on one machine keeps: the database, its secret, the demo company's settings. */
export interface DataFolder {
  readonly path: string;
  readonly postgres: string;
  /** Made once, and kept readable by its owner only. */
  readSecret(name: string): string;
  readJson(name: string): unknown;
  writeJson(name: string, value: unknown): void;
}

export class DataFolderError extends Error {}

export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  try {
    // Others may pass through but not look: PostgreSQL runs as an account of its own where Speedtax is started by root.
    mkdirSync(path, { recursive: true, mode: 0o711 });
    if (!statSync(path).isDirectory()) throw new Error('not a folder');
    accessSync(path, constants.W_OK | constants.R_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataFolderError(
      `Speedtax cannot write to its data folder ${path} (${reason}). Give it another with SPEEDTAX_DATA, or mend the folder's permissions.`,
    );
  }
  return {
    path,
    postgres: join(path, 'postgres'),
    readSecret: (name) => readOrMake(join(path, name)),
    readJson: (name) => readJsonFile(join(path, name)),
    writeJson: (name, value) => writeFileSync(join(path, name), `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 }),
  };
}

function readOrMake(file: string): string {
  const kept = readTextFile(file)?.trim();
  if (kept) return kept;
  const made = randomBytes(32).toString('base64url');
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}

function readJsonFile(file: string): unknown {
  const text = readTextFile(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new DataFolderError(`${file} is not JSON any more. Put back a copy, or delete it to have it made anew.`);
  }
}

function readTextFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
