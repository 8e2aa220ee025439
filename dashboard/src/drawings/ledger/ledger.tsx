'use client';

import { useId, useState } from 'react';
import { Choice } from '../frame/choice.tsx';
import { DrawingFrame } from '../frame/drawing-frame.tsx';
import { HatchSheet } from '../hatch/hatch-sheet.tsx';
import { hatchFill } from '../hatch/hatches.tsx';
import { Swatch } from '../hatch/swatch.tsx';
import styles from './ledger.module.css';
import { LedgerLine } from './ledger-line.tsx';
import type { LedgerOrder, Ledger as PreparedLedger } from './prepare-ledger.ts';

const orders = [
  { name: 'paid', text: 'tax paid' },
  { name: 'imposed', text: 'tax imposed' },
] as const;
/** A ledger of more teams than this is folded; the folded part stays one click away. */
const unfoldedRows = 24;

/** Who pays and who is owed: every team's waiting, and the waiting it caused, on one scale. */
export function Ledger({ ledger, fileName = 'ledger' }: { ledger: PreparedLedger; fileName?: string }) {
  const [order, setOrder] = useState<LedgerOrder>('paid');
  const [focused, setFocused] = useState<number | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const hatchId = useId();
  const all = ledger.orders[order];
  const shown = unfolded ? all : all.slice(0, unfoldedRows);
  const focusedRow = focused === null ? undefined : ledger.rows[focused];

  if (!ledger.anyWaiting) return <NobodyWaited ledger={ledger} fileName={fileName} />;
  return (
    <DrawingFrame
      label="Tax paid and imposed by team, in issue-days"
      fileName={fileName}
      table={ledger.table}
      controls={
        <>
          Teams by
          <Choice label="Order of the teams" options={orders} chosen={order} onChoose={setOrder} />
        </>
      }
      legend={<LedgerLegend hatchId={hatchId} />}
    >
      <HatchSheet id={hatchId} />
      <div className={styles.ledger} onPointerLeave={() => setFocused(null)} data-focused={focusedRow ? true : undefined}>
        <div className={styles.heads} aria-hidden="true">
          <span>Team</span>
          <span className={styles.figure}>Speed tax</span>
          <span className={styles.figure}>Paid</span>
          <div className={styles.sides}>
            <span style={{ width: `${ledger.zero}%` }}>← {focusedRow ? `waits on ${focusedRow.name}` : 'paid'}</span>
            <span>{focusedRow ? `keeps ${focusedRow.name} waiting` : 'imposed'} →</span>
          </div>
          <span className={styles.figure}>Imposed</span>
        </div>
        <ol className={styles.rows}>
          {shown.map((index) => (
            <LedgerLine
              key={ledger.rows[index]?.teamId ?? index}
              ledger={ledger}
              index={index}
              focused={focused}
              onFocus={setFocused}
              hatchId={hatchId}
            />
          ))}
        </ol>
        <LedgerFoot ledger={ledger} />
      </div>
      {all.length > unfoldedRows ? (
        <button type="button" className={styles.fold} data-not-in-picture onClick={() => setUnfolded(!unfolded)} aria-expanded={unfolded}>
          {unfolded ? `Show the first ${unfoldedRows}` : `${unfoldedRows} of ${all.length} teams – show all`}
        </button>
      ) : null}
    </DrawingFrame>
  );
}

function LedgerFoot({ ledger }: { ledger: PreparedLedger }) {
  const { total } = ledger;
  return (
    <div className={styles.foot}>
      <span className={styles.name}>All teams</span>
      <span className={styles.figure} title={total.taxExact}>
        {total.tax}
      </span>
      <span className={styles.figure} title={total.paidExact}>
        {total.paid}
      </span>
      <svg className={styles.axis} width="100%" height={18} aria-hidden="true" focusable="false">
        {ledger.ticks.map((tick) => (
          <text key={tick.x} x={`${tick.x}%`} y={13} textAnchor="middle" className={styles.tickText}>
            {tick.text}
          </text>
        ))}
      </svg>
      <span className={styles.figure} title={total.paidExact}>
        {total.imposed}
      </span>
    </div>
  );
}

function LedgerLegend({ hatchId }: { hatchId: string }) {
  return (
    <>
      <Swatch fill={hatchFill(hatchId, 'light')}>paid, held: waited before it was started</Swatch>
      <Swatch fill={hatchFill(hatchId, 'dense')}>paid, dragging: waited while in work</Swatch>
      <Swatch fill="var(--st-working)">imposed on others</Swatch>
      <span>├─┤ low to high</span>
      <span>issue-days</span>
    </>
  );
}

function NobodyWaited({ ledger, fileName }: { ledger: PreparedLedger; fileName: string }) {
  return (
    <DrawingFrame label="Tax paid and imposed by team" fileName={fileName} table={ledger.table}>
      <p className={styles.empty}>
        {ledger.rows.length === 0
          ? 'No team had an issue in play in this time, so there is no tax to show.'
          : 'No issue of one team waited on another team in this time.'}
      </p>
    </DrawingFrame>
  );
}
