'use client';

import type { Connection, SyncEvent } from '@speedtax/contract';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { listenToVersions } from './listen-to-versions.ts';

export type LiveConnection = Pick<Connection, 'id' | 'name' | 'status' | 'statusReason' | 'lastSyncedAt'>;

interface LiveSync {
  connections: readonly LiveConnection[];
  /** The latest event of each connection that is being read, by its id. */
  progress: ReadonlyMap<string, SyncEvent>;
}

// Browsers allow six connections to one host: the pages need the others.
const openStreamsLimit = 2;

const LiveSyncContext = createContext<LiveSync>({ connections: [], progress: new Map() });
export const useLiveSync = () => useContext(LiveSyncContext);

/** Listens while a tracker is being read, and draws the page anew, where it stands, when figures change. */
export function LiveSyncProvider({ connections, children }: { connections: LiveConnection[]; children: ReactNode }) {
  const router = useRouter();
  const [progress, setProgress] = useState<ReadonlyMap<string, SyncEvent>>(new Map());
  const busyIds = connections.filter(isBusy).map((each) => each.id);
  const listenTo = busyIds.slice(0, openStreamsLimit).join(' ');

  useEffect(() => {
    const streams = (listenTo ? listenTo.split(' ') : []).map((id) => {
      const stream = new EventSource(`/api/v1/connections/${id}/events`);
      stream.addEventListener('sync', (message: MessageEvent<string>) => {
        const event = JSON.parse(message.data) as SyncEvent;
        setProgress((before) => new Map(before).set(id, event));
        if (!isRunning(event) && event.connectionStatus !== 'syncing') {
          stream.close();
          router.refresh();
        }
      });
      return stream;
    });
    return () => {
      for (const stream of streams) stream.close();
    };
  }, [listenTo, router]);

  useEffect(() => listenToVersions(() => router.refresh()), [router]);

  const value = useMemo(() => ({ connections, progress }), [connections, progress]);
  return <LiveSyncContext value={value}>{children}</LiveSyncContext>;
}

export function isRunning(event: SyncEvent): boolean {
  return event.state === 'queued' || event.state === 'running' || event.state === 'analyzing';
}

function isBusy(connection: LiveConnection): boolean {
  return connection.status === 'pending' || connection.status === 'syncing';
}
