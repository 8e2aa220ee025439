'use client';

import { type ReactNode, useId } from 'react';
import { DrawingFrame } from '../frame/drawing-frame.tsx';
import { useHoverNote } from '../frame/hover-note.tsx';
import { HatchSheet } from '../hatch/hatch-sheet.tsx';
import { hatchFill } from '../hatch/hatches.tsx';
import { Swatch } from '../hatch/swatch.tsx';
import { Lane } from './lane.tsx';
import styles from './lifeline.module.css';
import { MarkerTrack } from './marker-track.tsx';
import type { Lifeline as PreparedLifeline } from './prepare-lifeline.ts';
import { StatusLine } from './status-line.tsx';

/** An issue's life on one line: who blocked it, what it did, who had it. */
export function Lifeline({ lifeline, fileName = 'lifeline' }: { lifeline: PreparedLifeline; fileName?: string }) {
  const { note, noteOn } = useHoverNote();
  const hatchId = useId();
  return (
    <DrawingFrame
      label={`Lifeline: ${lifeline.sentence}`}
      fileName={fileName}
      table={lifeline.table}
      legend={<LifelineLegend lifeline={lifeline} hatchId={hatchId} />}
    >
      <HatchSheet id={hatchId} />
      {lifeline.lanes.map((lane) => (
        <Track key={lane.teamId} name={lane.name} detail={lane.waited} detailTitle={lane.waitedExact}>
          <Lane lane={lane} lifeline={lifeline} hatchId={hatchId} noteOn={noteOn} />
        </Track>
      ))}
      <Track name="The issue">
        <StatusLine lifeline={lifeline} hatchId={hatchId} noteOn={noteOn} />
      </Track>
      <Track name="Team">
        <MarkerTrack markers={lifeline.teams} shape="notch" lifeline={lifeline} noteOn={noteOn} />
      </Track>
      {lifeline.owners.length > 0 ? (
        <Track name="Assignee">
          <MarkerTrack markers={lifeline.owners} shape="diamond" lifeline={lifeline} noteOn={noteOn} />
        </Track>
      ) : null}
      <Track name="">
        <svg className={styles.track} width="100%" height={22} aria-hidden="true" focusable="false">
          <line x1="0" x2="100%" y1={0.5} y2={0.5} className={styles.axis} />
          {lifeline.ticks.map((tick) => (
            <text key={tick.x} x={`${tick.x}%`} y={16} textAnchor={tick.x < 3 ? 'start' : 'middle'} className={styles.tick}>
              {tick.text}
            </text>
          ))}
        </svg>
      </Track>
      {note}
    </DrawingFrame>
  );
}

interface TrackProps {
  name: string;
  detail?: string;
  detailTitle?: string;
  children: ReactNode;
}

function Track({ name, detail, detailTitle, children }: TrackProps) {
  return (
    <div className={styles.row}>
      <div className={styles.label}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        {detail ? (
          <span className={styles.detail} title={detailTitle}>
            {detail}
          </span>
        ) : null}
      </div>
      {children}
    </div>
  );
}

function LifelineLegend({ lifeline, hatchId }: { lifeline: PreparedLifeline; hatchId: string }) {
  return (
    <>
      <Swatch fill="none" stroke="var(--st-working)">
        triage, backlog
      </Swatch>
      <Swatch fill="var(--st-working-soft)" stroke="var(--st-working)">
        to do
      </Swatch>
      <Swatch fill="var(--st-working)">in progress</Swatch>
      <Swatch fill="var(--st-done)">done</Swatch>
      {lifeline.lanes.length > 0 ? <WaitLegend hatchId={hatchId} /> : null}
      {lifeline.teams.length > 1 ? <span>▼ change of team</span> : null}
      {lifeline.owners.length > 1 ? <span>◆ hand-over</span> : null}
      {lifeline.lanesLeftOut ? <span>{lifeline.lanesLeftOut}</span> : null}
      {lifeline.cutOff ? <span>┊ {lifeline.cutOff.text}</span> : null}
    </>
  );
}

function WaitLegend({ hatchId }: { hatchId: string }) {
  return (
    <>
      <span>waits, by what the blocker did:</span>
      <Swatch fill={hatchFill(hatchId, 'hollow')} stroke="var(--st-waiting)">
        unaccepted
      </Swatch>
      <Swatch fill={hatchFill(hatchId, 'light')} stroke="var(--st-waiting)">
        queued
      </Swatch>
      <Swatch fill={hatchFill(hatchId, 'dense')} stroke="var(--st-waiting)">
        in work
      </Swatch>
    </>
  );
}
