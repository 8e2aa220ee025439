import type { Connection, Sync } from '@speedtax/contract';
import { sayProgress, shareDone } from '../../frame/prepare-sync-state.ts';
import { formatDuration } from '../../words/duration.ts';
import { formatInstantIn } from '../../words/instant-in.ts';
import type { TrackerName } from '../connect/trackers.ts';

export interface ConnectionView {
  id: string;
  name: string;
  provider: string;
  workspace: string;
  baseUrl: string;
  mappingWords: string;
  tracker: TrackerName;
  isPaused: boolean;
  isDisconnected: boolean;
  status: Connection['status'];
  statusWords: string;
  lastSynced: string;
  latestSync: {
    words: string;
    share: number | null;
    rate: string | null;
    problemCount: number;
    problemWords: string;
    problems: { key: string; kind: string; subject: string; detail: string }[];
  } | null;
}

const statusWords: Record<Connection['status'], string> = {
  pending: 'about to be read',
  syncing: 'being read',
  ready: 'up to date',
  failing: 'failing',
  unauthorized: 'refuses our credentials',
};

/** A connected tracker and its latest sync. */
export function prepareConnection(connection: Connection, sync: Sync | null, timeZone: string): ConnectionView {
  return {
    id: connection.id,
    name: connection.name,
    provider: sayTracker(connection),
    workspace: connection.workspaceName ?? 'workspace not known yet',
    baseUrl: connection.baseUrl,
    mappingWords: connection.provider === 'linear' ? 'What its statuses count as' : 'What its teams, statuses, links and initiatives are',
    status: connection.status,
    tracker: connection.provider === 'linear' ? 'linear' : connection.deployment === 'server' ? 'jira-server' : 'jira-cloud',
    isPaused: connection.isPaused,
    isDisconnected: connection.isDisconnected,
    statusWords:
      sayResting(connection) ??
      (connection.statusReason ? `${statusWords[connection.status]}: ${connection.statusReason}` : statusWords[connection.status]),
    lastSynced: connection.lastSyncedAt ? formatInstantIn(timeZone, connection.lastSyncedAt) : 'not yet',
    latestSync: sync && {
      words: saySync(sync),
      share: sync.finishedAt ? null : shareDone(sync),
      rate: sayRate(sync),
      problemCount: sync.problemCount,
      problemWords: sayProblems(sync.problemCount),
      problems: sync.problems.map((problem, index) => ({
        key: `${index} ${problem.at}`,
        kind: problem.kind.replaceAll('_', ' '),
        subject: problem.subject,
        detail: problem.detail,
      })),
    },
  };
}

function sayResting({ isPaused, isDisconnected, latestSyncId }: Connection): string | null {
  if (isDisconnected) return 'disconnected: what was read stays as it was';
  if (!isPaused) return null;
  return latestSyncId === null ? 'waits for you to choose what is read' : 'paused';
}

function sayTracker({ provider, deployment }: Connection): string {
  if (provider === 'linear') return 'Linear';
  return deployment === null ? 'Jira' : `Jira ${deployment === 'cloud' ? 'Cloud' : 'Data Center'}`;
}

function saySync(sync: Sync): string {
  if (sync.state === 'failed') return sync.error ?? 'failed without a reason';
  if (sync.state !== 'done') return sayProgress(sync);
  const took = sync.startedAt && sync.finishedAt ? ` in ${formatDuration(Date.parse(sync.finishedAt) - Date.parse(sync.startedAt))}` : '';
  if (sync.kind === 'remap') return `mapped again, ${sync.done.toLocaleString('en-US')} read from what is kept${took}`;
  return `${sync.kind}, ${sync.done.toLocaleString('en-US')} read${took}`;
}

function sayProblems(count: number): string {
  if (count === 1) return 'One thing could not be read as it stands';
  return `${count.toLocaleString('en-US')} things could not be read as they stand`;
}

/** "1,240 requests"; the rate needs a clock, so it is told only when a sync has ended. */
function sayRate(sync: Sync): string | null {
  if (!sync.startedAt || !sync.finishedAt) return `${sync.requests.toLocaleString('en-US')} requests`;
  const seconds = (Date.parse(sync.finishedAt) - Date.parse(sync.startedAt)) / 1000;
  if (seconds <= 0) return `${sync.requests.toLocaleString('en-US')} requests`;
  return `${sync.requests.toLocaleString('en-US')} requests, ${Math.round(sync.done / seconds).toLocaleString('en-US')} per second`;
}
