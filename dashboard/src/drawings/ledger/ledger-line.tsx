'use client';

import Link from 'next/link';
import type { KeyboardEvent } from 'react';
import { hatchFill } from '../hatch/hatches.tsx';
import type { Stretch } from '../scale/percent.ts';
import styles from './ledger.module.css';
import type { Counterpart, Ledger } from './prepare-ledger.ts';

interface LedgerLineProps {
  ledger: Ledger;
  index: number;
  focused: number | null;
  onFocus: (index: number | null) => void;
  hatchId: string;
}

/** One team: its own double entry, or, while another team is looked at, only its part in that team's waiting. */
export function LedgerLine({ ledger, index, focused, onFocus, hatchId }: LedgerLineProps) {
  const row = ledger.rows[index];
  if (!row) return null;
  const aside = focused !== null && focused !== index;
  const waitsOnFocused = aside ? counterpart(ledger, index, focused) : undefined;
  const blocksFocused = aside ? counterpart(ledger, focused, index) : undefined;
  return (
    <li
      className={styles.row}
      data-aside={aside || undefined}
      data-related={Boolean(waitsOnFocused ?? blocksFocused) || undefined}
      onPointerEnter={() => onFocus(index)}
    >
      <Link
        href={row.href}
        prefetch={false}
        className={styles.name}
        aria-label={row.sentence}
        title={row.name}
        onFocus={() => onFocus(index)}
        onBlur={() => onFocus(null)}
        onKeyDown={moveBetweenRows}
      >
        {row.name}
      </Link>
      <span className={styles.figure} title={row.taxExact}>
        {row.tax}
        <span className={styles.range}>{row.taxRange}</span>
      </span>
      <span className={styles.figure} data-side="paid" title={waitsOnFocused?.exact ?? row.paidExact}>
        {aside ? (waitsOnFocused?.text ?? '·') : row.paid}
      </span>
      <svg className={styles.bars} width="100%" height={32} aria-hidden="true" focusable="false">
        {ledger.ticks.map((tick) => (
          <line key={tick.x} x1={`${tick.x}%`} x2={`${tick.x}%`} y1={0} y2={32} className={styles.grid} />
        ))}
        <g className={styles.own}>
          <Bar stretch={row.held} fill={hatchFill(hatchId, 'light')} />
          <Bar stretch={row.dragging} fill={hatchFill(hatchId, 'dense')} />
          <Whisker stretch={row.range} />
          <Bar stretch={row.imposedBar} fill="var(--st-working)" />
        </g>
        {waitsOnFocused ? <Bar stretch={waitsOnFocused.paidBar} fill={hatchFill(hatchId, 'dense')} /> : null}
        {blocksFocused ? <Bar stretch={blocksFocused.imposedBar} fill="var(--st-working)" /> : null}
        <line x1={`${ledger.zero}%`} x2={`${ledger.zero}%`} y1={0} y2={32} className={styles.zero} />
      </svg>
      <span className={styles.figure} data-side="imposed" title={blocksFocused?.exact ?? row.imposedExact}>
        {aside ? (blocksFocused?.text ?? '·') : row.imposed}
      </span>
    </li>
  );
}

function Bar({ stretch, fill }: { stretch: Stretch; fill: string }) {
  return stretch.width > 0 ? <rect x={`${stretch.x}%`} width={`${stretch.width}%`} y={9} height={14} fill={fill} /> : null;
}

function Whisker({ stretch }: { stretch: Stretch }) {
  if (stretch.width === 0) return null;
  const [low, high] = [`${stretch.x + stretch.width}%`, `${stretch.x}%`];
  return (
    <g className={styles.whisker}>
      <line x1={low} x2={high} y1={16} y2={16} />
      <line x1={low} x2={low} y1={12.5} y2={19.5} />
      <line x1={high} x2={high} y1={12.5} y2={19.5} />
    </g>
  );
}

function counterpart(ledger: Ledger, waitingRow: number, blockingRow: number): Counterpart | undefined {
  return ledger.counterparts.find((each) => each.waitingRow === waitingRow && each.blockingRow === blockingRow);
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const line = event.currentTarget.closest('li');
  const next = event.key === 'ArrowDown' ? line?.nextElementSibling : event.key === 'ArrowUp' ? line?.previousElementSibling : undefined;
  const link = next?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}
