import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const dashboardFolder = fileURLToPath(new URL('../../../dashboard', import.meta.url));
const contractFolder = fileURLToPath(new URL('../../../shared/contract', import.meta.url));
const builtFrom = ['src', 'public', 'package.json', 'next.config.ts', 'tsconfig.json'];
const keptOutputLines = 60;

/** Builds the dashboard unless the build that is there was made from the same sources. Answers whether it had to. */
export async function buildDashboard(signal: AbortSignal): Promise<boolean> {
  const stampFile = join(dashboardFolder, '.next', 'speedtax-sources');
  const sources = hashSources([...builtFrom.map((name) => join(dashboardFolder, name)), join(contractFolder, 'src')]);
  if (readStamp(stampFile) === sources) return false;
  await runNextBuild(dashboardFolder, signal);
  if (signal.aborted) return false;
  writeFileSync(stampFile, sources);
  return true;
}

export function nextCommand(folder: string): string {
  return createRequire(join(folder, 'package.json')).resolve('next/dist/bin/next');
}

function runNextBuild(folder: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nextCommand(folder), 'build'], {
      cwd: folder,
      env: { PATH: '', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    const lines: string[] = [];
    const keep = (chunk: Buffer) => {
      lines.push(...chunk.toString().split('\n'));
      lines.splice(0, lines.length - keptOutputLines);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      if (code === 0 || signal.aborted) resolve();
      else reject(new Error(`The dashboard could not be built (next build ended with ${code}):\n${lines.join('\n')}`));
    });
  });
}

function hashSources(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addToHash(hash, path);
  return hash.digest('hex');
}

function addToHash(hash: ReturnType<typeof createHash>, path: string): void {
  const names = listFolder(path);
  if (names) for (const name of names) addToHash(hash, join(path, name));
  else hash.update(path).update(readFileSync(path));
}

function listFolder(path: string): string[] | undefined {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readStamp(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
