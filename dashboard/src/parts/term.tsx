'use client';

import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { definitions, type Term as TermName } from '../words/definitions.ts';
import classes from './term.module.css';

/** A word of ours with its definition one hover, or one press of Tab, away. */
export function Term({ of, children }: { of: TermName; children: ReactNode }) {
  return (
    <Tooltip label={definitions[of]} events={{ hover: true, focus: true, touch: true }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the definition must be reachable by keyboard */}
      <span tabIndex={0} className={classes.term}>
        {children}
      </span>
    </Tooltip>
  );
}
