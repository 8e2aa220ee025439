import type { Coverage, SyncEvent } from '@speedtax/contract';
import { sayAgo } from '../words/ago.ts';
import { formatShare } from '../words/share.ts';
import type { LiveConnection } from './live-sync.tsx';

export interface SyncSummary {
  tone: 'calm' | 'running' | 'doubtful' | 'broken';
  words: string;
  /** 0–1 while a tracker is being read and its size is known. */
  share: number | null;
}

export const doubtfulCoverage = 0.9;

/** The one line about freshness in the header: the worst connection decides its tone. */
export function prepareSyncState(
  connections: readonly LiveConnection[],
  progress: ReadonlyMap<string, SyncEvent>,
  coverage: Pick<Coverage, 'covered' | 'lastSyncedAt'>,
  nowMs: number | null,
): SyncSummary {
  if (connections.length === 0) return { tone: 'doubtful', words: 'nothing connected', share: null };
  const broken = connections.find((each) => each.status === 'failing' || each.status === 'unauthorized');
  if (broken) return { tone: 'broken', words: `${broken.name} ${broken.status === 'failing' ? 'is failing' : 'refuses us'}`, share: null };
  const running = connections.find((each) => each.status === 'syncing' || each.status === 'pending');
  if (running) {
    const event = progress.get(running.id);
    return { tone: 'running', words: event ? sayProgress(event) : `reading ${running.name}`, share: shareDone(event) };
  }
  const ago = coverage.lastSyncedAt && nowMs !== null ? sayAgo(coverage.lastSyncedAt, nowMs) : null;
  const covered = coverage.covered === null ? null : `${formatShare(coverage.covered)} covered`;
  const tone = coverage.covered !== null && coverage.covered < doubtfulCoverage ? 'doubtful' : 'calm';
  return { tone, words: [ago, covered].filter(Boolean).join(' · ') || 'not read yet', share: null };
}

/** "issues: 1,240 of 6,000"; the phase in the words of the sync. */
export function sayProgress(event: Pick<SyncEvent, 'state' | 'phase' | 'done' | 'total'>): string {
  if (event.state === 'queued') return 'about to read';
  if (event.state === 'analyzing') return 'working out the figures';
  const phase = (event.phase ?? 'reading').replaceAll(/[_-]/g, ' ');
  if (event.total === null) return event.done > 0 ? `${phase}: ${count.format(event.done)}` : phase;
  return `${phase}: ${count.format(event.done)} of ${count.format(event.total)}`;
}

export function shareDone(event: Pick<SyncEvent, 'done' | 'total'> | undefined): number | null {
  return event?.total ? Math.min(1, event.done / event.total) : null;
}

/** "120 requests, 340 per second": how fast a running sync reads. */
export function prepareRate(event: Pick<SyncEvent, 'requests' | 'done' | 'startedAt'>, nowMs: number): string {
  const requests = `${count.format(event.requests)} ${event.requests === 1 ? 'request' : 'requests'}`;
  const seconds = event.startedAt ? (nowMs - Date.parse(event.startedAt)) / 1000 : 0;
  return seconds < 1 ? requests : `${requests}, ${count.format(Math.round(event.done / seconds))} per second`;
}

const count = new Intl.NumberFormat('en-US');
