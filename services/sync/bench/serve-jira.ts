import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ServedJira {
  readonly url: string;
  close(): Promise<void>;
}

export const account = { email: 'bench@acme.example', apiToken: 'bench' };

/** A stand-in Jira in a process of its own, so that its time and memory are not the sync's. */
export async function serveJira(deployment: 'cloud' | 'server', issues: number): Promise<ServedJira> {
  const tracker = deployment === 'cloud' ? 'jira' : 'jira-data-center';
  const options = ['--tracker', tracker, '--issues', String(issues), '--port', '0', '--limits', 'off'];
  const asWhom = ['--email', account.email, '--api-token', account.apiToken];
  const child = spawn(process.execPath, ['services/tracker-twin/src/main.ts', ...options, ...asWhom], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  child.stdout.setEncoding('utf8');
  let told = '';
  for await (const text of child.stdout) {
    told += text;
    const url = /\bat (http:\S+?),/.exec(told)?.[1];
    if (url === undefined) continue;
    return {
      url,
      async close() {
        child.kill();
        await ended;
      },
    };
  }
  throw new Error(`The stand-in Jira ended without telling its address: ${told}`);
}
