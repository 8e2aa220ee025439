'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import classes from './header.module.css';

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const words = { auto: 'as the system', light: 'light', dark: 'dark' } as const;

/** Light, dark, or as the system: one button that goes round. */
export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // What was chosen is known in the browser only.
  const shown = useMounted() ? colorScheme : 'auto';
  return (
    <button
      type="button"
      className={classes.control}
      onClick={() => setColorScheme(next[shown])}
      title={`Colours: ${words[shown]}`}
      aria-label={`Colours: ${words[shown]}. Change to ${words[next[shown]]}`}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="5.75" fill={shown === 'dark' ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.5" />
        {shown === 'auto' && <path d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" fill="currentColor" />}
      </svg>
    </button>
  );
}
