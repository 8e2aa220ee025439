'use client';

import { Popover } from '@mantine/core';
import type { Coverage } from '@speedtax/contract';
import Link from 'next/link';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { coverageLink } from '../address/links.ts';
import { CoverageList } from './coverage-list.tsx';
import headerClasses from './header.module.css';
import { useLiveSync } from './live-sync.tsx';
import { prepareSyncState } from './prepare-sync-state.ts';
import classes from './sync-state.module.css';

const CoverageContext = createContext<Coverage | null>(null);
const tickMs = 20_000;

export function CoverageProvider({ coverage, children }: { coverage: Coverage; children: ReactNode }) {
  return <CoverageContext value={coverage}>{children}</CoverageContext>;
}

/** How fresh and how complete the figures are; opens to what is not known. */
export function SyncState() {
  const coverage = useContext(CoverageContext);
  const { connections, progress } = useLiveSync();
  const nowMs = useNowMs();
  if (!coverage) return null;
  const state = prepareSyncState(connections, progress, coverage, nowMs);
  return (
    <Popover position="bottom-end" offset={4} width={340} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={headerClasses.control} aria-live="polite">
          <span className={classes.dot} data-tone={state.tone} aria-hidden="true" />
          <span className={classes.words}>{state.words}</span>
          {state.share !== null && (
            <span className={classes.bar} aria-hidden="true">
              <span style={{ transform: `scaleX(${state.share})` }} />
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label="Coverage">
        <CoverageList coverage={coverage} />
        <Link className={classes.more} href={coverageLink()}>
          Each gap, and how it is mended
        </Link>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The wall clock, null until the page is alive: the server must not guess the reader's minute. */
function useNowMs(): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null);
  useEffect(() => {
    setNowMs(Date.now());
    const tick = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(tick);
  }, []);
  return nowMs;
}
