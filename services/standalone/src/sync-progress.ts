import { setTimeout as pause } from 'node:timers/promises';
import { connection, type Sync, sync } from '@speedtax/contract';
import type { Web } from './start-web.ts';

export interface SyncProgressOptions {
  readonly web: Web;
  readonly connectionId: string;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

const pollMs = 250;
const barCells = 24;
/** A demo of any size is synced by then; a longer wait is followed on the page. */
const mostPolls = (30 * 60_000) / pollMs;

/** Draws the running sync until its figures are there: one line redrawn in a terminal, a line per phase elsewhere. */
export async function showSyncProgress({ web, connectionId, output, signal }: SyncProgressOptions): Promise<Sync | null> {
  const { latestSyncId } = connection.parse(await web.request('GET', `/api/v1/connections/${connectionId}`));
  if (latestSyncId === null) return null;
  let shown = '';
  for (let poll = 0; poll < mostPolls && !signal.aborted; poll++) {
    const state = sync.parse(await web.request('GET', `/api/v1/syncs/${latestSyncId}`));
    const line = formatProgress(state);
    if (output.isTTY) output.write(`\r\u001b[2K  ${line}`);
    else if (state.phase !== shown) output.write(`  ${line}\n`);
    shown = state.phase ?? '';
    if (state.state === 'done' || state.state === 'failed') {
      if (output.isTTY) output.write('\r\u001b[2K');
      return state;
    }
    await pause(pollMs, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

export function formatProgress({ state, phase, done, total }: Pick<Sync, 'state' | 'phase' | 'done' | 'total'>): string {
  const step = state === 'analyzing' ? 'computing the figures' : (phase ?? 'waiting for its turn');
  if (!total) return `Sync  ${step} ${done > 0 ? done : ''}`.trimEnd();
  const share = Math.min(1, done / total);
  const cells = Math.round(share * barCells);
  return `Sync  ${'█'.repeat(cells)}${'░'.repeat(barCells - cells)} ${String(Math.floor(share * 100)).padStart(3)} %  ${step} ${done} of ${total}`;
}
