'use client';

import type { SyncEvent } from '@speedtax/contract';
import Link from 'next/link';
import { connectLink } from '../../address/links.ts';
import { type LiveConnection, useLiveSync } from '../../frame/live-sync.tsx';
import { sayProgress, shareDone } from '../../frame/prepare-sync-state.ts';
import sentenceClasses from '../../parts/sentence.module.css';
import classes from './first-run.module.css';

/** Before the first figures: what is being read and how far it is. The page fills itself when they arrive. */
export function FirstRun() {
  const { connections, progress } = useLiveSync();
  if (connections.length === 0) return <NothingConnected />;
  return (
    <>
      <div className={sentenceClasses.head}>
        <h1 className={sentenceClasses.sentence}>The first figures are on their way: this page fills itself when they arrive.</h1>
      </div>
      <div className={classes.list} aria-live="polite">
        {connections.map((connection) => (
          <Progress key={connection.id} connection={connection} event={progress.get(connection.id)} />
        ))}
      </div>
      <LedgerToCome />
    </>
  );
}

function NothingConnected() {
  return (
    <div className={sentenceClasses.head}>
      <h1 className={sentenceClasses.sentence}>
        Connect your tracker, and Speedtax shows what waiting between teams costs. <Link href={connectLink()}>Connect Linear or Jira</Link>
      </h1>
      <p className={sentenceClasses.note}>A key that may read is enough. Nothing is ever written to your tracker.</p>
    </div>
  );
}

function Progress({ connection, event }: { connection: LiveConnection; event: SyncEvent | undefined }) {
  const share = shareDone(event);
  const words = connection.statusReason ?? (event ? sayProgress(event) : 'about to read');
  return (
    <div className={classes.line}>
      <span className={classes.name}>{connection.name}</span>
      <span className={classes.words}>{words}</span>
      <span
        className={classes.bar}
        role="progressbar"
        aria-label={`Reading ${connection.name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <span style={{ transform: `scaleX(${share ?? 0})` }} />
      </span>
      <span className={classes.requests}>{event ? `${event.requests.toLocaleString('en-US')} requests` : ''}</span>
    </div>
  );
}

/** The shape of the ledger, so that nothing jumps when it arrives. */
function LedgerToCome() {
  return (
    <svg className={classes.ghost} viewBox="0 0 1000 280" preserveAspectRatio="none" aria-hidden="true">
      {ghostRows.map(([paid, imposed], row) => (
        <g key={paid}>
          <rect x={500 - paid} y={row * 34 + 10} width={paid} height={12} />
          <rect x={502} y={row * 34 + 10} width={imposed} height={12} />
        </g>
      ))}
      <path d="M501 0v280" />
    </svg>
  );
}

const ghostRows = [
  [310, 60],
  [244, 90],
  [205, 30],
  [150, 120],
  [118, 44],
  [80, 410],
  [46, 170],
  [22, 16],
] as const;
