'use client';

import { Popover } from '@mantine/core';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { addDays, defaultRange, parseRange, presets, resolveRange, writeRange } from '../address/range.ts';
import classes from './header.module.css';

/** The window of every figure, in words; the address carries it from page to page. */
export function RangeControl({ today }: { today: string }) {
  const path = usePathname();
  const search = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const range = parseRange(search.get('range'));
  const written = writeRange(range);
  const shown = resolveRange(range, today);

  function addressOf(rangeText: string): string {
    const query = new URLSearchParams(search);
    if (rangeText === writeRange(defaultRange)) query.delete('range');
    else query.set('range', rangeText);
    query.delete('cursor');
    return query.size > 0 ? `${path}?${query}` : path;
  }

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" offset={4} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.control} onClick={() => setOpen(!isOpen)}>
          {shown.words}
          <span className={classes.caret} aria-hidden="true">
            ▼
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label="Range">
        {presets.map((preset) => (
          <Link
            key={preset.name}
            href={addressOf(preset.name)}
            className={classes.choice}
            aria-current={written === preset.name ? 'true' : undefined}
            onClick={() => setOpen(false)}
          >
            {preset.words}
          </Link>
        ))}
        <CustomRange key={written} from={shown.from} lastDay={addDays(shown.to, -1)} addressOf={addressOf} onApply={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface CustomProps {
  from: string;
  lastDay: string;
  addressOf: (rangeText: string) => string;
  onApply: () => void;
}

function CustomRange({ from, lastDay, addressOf, onApply }: CustomProps) {
  const router = useRouter();
  const [start, setStart] = useState(from);
  const [end, setEnd] = useState(lastDay);
  const isReadable = Boolean(start && end && start <= end);

  return (
    <form
      className={classes.custom}
      onSubmit={(event) => {
        event.preventDefault();
        router.push(addressOf(writeRange({ from: start, to: addDays(end, 1) })));
        onApply();
      }}
    >
      <label>
        First day
        <input type="date" value={start} max={end} onChange={(event) => setStart(event.currentTarget.value)} />
      </label>
      <label>
        Last day
        <input type="date" value={end} min={start} onChange={(event) => setEnd(event.currentTarget.value)} />
      </label>
      <button type="submit" className={classes.apply} disabled={!isReadable}>
        Show
      </button>
    </form>
  );
}
