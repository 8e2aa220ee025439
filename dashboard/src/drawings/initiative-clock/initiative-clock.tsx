'use client';

import { useId } from 'react';
import { DrawingFrame } from '../frame/drawing-frame.tsx';
import { useHoverNote } from '../frame/hover-note.tsx';
import { HatchDefs, hatchFill } from '../hatch/hatches.tsx';
import { Swatch } from '../hatch/swatch.tsx';
import { AlertLegend, AlertMarks } from './alert-marks.tsx';
import { ClockFlag, lanePx } from './clock-flag.tsx';
import { ClockMarks } from './clock-marks.tsx';
import styles from './initiative-clock.module.css';
import type { ClockWeek, InitiativeClock as PreparedClock } from './prepare-initiative-clock.ts';

const weekPx = 72;
const axisPx = 20;
const marksPx = 34;

/** A calendar strip: what the initiative's time went into, who blocked it, today and the target. */
export function InitiativeClock({ clock, fileName = 'initiative-clock' }: { clock: PreparedClock; fileName?: string }) {
  const { note, noteOn } = useHoverNote();
  const hatchId = useId();
  if (clock.empty) {
    return (
      <DrawingFrame label="Clock of the initiative" fileName={fileName} table={clock.table}>
        <p className={styles.empty}>Nothing of this initiative has been in play yet.</p>
      </DrawingFrame>
    );
  }
  const top = marksPx + clock.flagLanes * lanePx + 4;
  const base = top + weekPx;
  return (
    <DrawingFrame
      label={`Clock of the initiative: ${clock.sentence}`}
      fileName={fileName}
      table={clock.table}
      legend={<ClockLegend clock={clock} hatchId={hatchId} />}
    >
      <svg className={styles.drawing} width="100%" height={base + axisPx} role="group" aria-label={clock.sentence}>
        <HatchDefs id={hatchId} />
        {clock.ticks.map((tick) => (
          <line key={tick.x} x1={`${tick.x}%`} x2={`${tick.x}%`} y1={marksPx} y2={base} className={styles.grid} />
        ))}
        {clock.weeks.map((week) => (
          <g key={week.stretch.x} role="img" aria-label={week.says} {...noteOn(week.says)}>
            <rect x={`${week.stretch.x}%`} width={`${week.stretch.width}%`} y={top} height={weekPx} fill="transparent" />
            <Week week={week} base={base} hatchId={hatchId} />
          </g>
        ))}
        <line x1="0" x2="100%" y1={base} y2={base} className={styles.axis} />
        {clock.flags.map((flag) => (
          <ClockFlag key={flag.id} flag={flag} bottom={top - 4} base={base} noteOn={noteOn} />
        ))}
        {clock.ticks.map((tick) => (
          <text
            key={tick.x}
            x={`${tick.x}%`}
            y={base + 15}
            textAnchor={tick.x < 3 ? 'start' : tick.x > 97 ? 'end' : 'middle'}
            className={styles.tick}
          >
            {tick.text}
          </text>
        ))}
        <ClockMarks clock={clock} base={base} />
        <AlertMarks marks={clock.alerts} base={base} noteOn={noteOn} />
      </svg>
      {note}
    </DrawingFrame>
  );
}

function Week({ week, base, hatchId }: { week: ClockWeek; base: number; hatchId: string }) {
  const stalled = week.stalled * weekPx;
  const waiting = week.waiting * weekPx;
  const working = week.working * weekPx;
  const place = { x: `${week.stretch.x}%`, width: `${week.stretch.width}%` };
  return (
    <g className={styles.week}>
      <rect {...place} y={base - stalled} height={stalled} fill={hatchFill(hatchId, 'stalled')} />
      <rect {...place} y={base - stalled - waiting} height={waiting} fill={hatchFill(hatchId, 'light')} />
      <rect {...place} y={base - stalled - waiting - working} height={working} fill="var(--st-working)" />
      <line x1={place.x} x2={place.x} y1={base - weekPx} y2={base} className={styles.cut} />
    </g>
  );
}

function ClockLegend({ clock, hatchId }: { clock: PreparedClock; hatchId: string }) {
  return (
    <>
      <Swatch fill="var(--st-working)">working</Swatch>
      <Swatch fill={hatchFill(hatchId, 'light')}>somebody waits</Swatch>
      <Swatch fill={hatchFill(hatchId, 'stalled')}>stalled: all in play wait</Swatch>
      <span>one column is a week</span>
      {clock.alerts.length > 0 ? <AlertLegend /> : null}
      {clock.flagsLeftOut ? <span>{clock.flagsLeftOut}</span> : null}
    </>
  );
}
