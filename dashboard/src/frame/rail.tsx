'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Glyph } from './glyph.tsx';
import classes from './rail.module.css';
import { isInSection, sections } from './sections.ts';

const widthCookie = 'st_rail';
const oneYearSeconds = 31_536_000;

/** The way around: a rail on the left, icons only when folded, a bar at the bottom on phones. */
export function Rail({ startsFolded }: { startsFolded: boolean }) {
  const path = usePathname();
  const range = useSearchParams().get('range') ?? undefined;
  const [isFolded, setFolded] = useState(startsFolded);

  function fold() {
    // biome-ignore lint/suspicious/noDocumentCookie: the server needs it to draw the rail in its width at once
    document.cookie = `${widthCookie}=${isFolded ? '' : 'folded'}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
    setFolded(!isFolded);
  }

  return (
    <nav className={classes.rail} data-folded={isFolded || undefined} aria-label="Pages">
      <Link href="/" className={classes.mark} aria-label="Speedtax">
        <Mark />
        <span className={classes.label}>Speedtax</span>
      </Link>
      <ul className={classes.list}>
        {sections.map((section) => (
          <li key={section.path}>
            <Link
              href={section.link({ range })}
              className={classes.item}
              aria-current={isInSection(path, section.path) ? 'page' : undefined}
              title={isFolded ? section.name : undefined}
            >
              <Glyph name={section.glyph} />
              <span className={classes.label}>{section.name}</span>
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" className={classes.fold} onClick={fold} aria-label={isFolded ? 'Widen the rail' : 'Fold the rail'}>
        <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          <path d={isFolded ? 'm6 4 4 4-4 4' : 'm10 4-4 4 4 4'} />
        </svg>
      </button>
    </nav>
  );
}

/** Two entries of a ledger: what is paid, what is imposed. */
function Mark() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d="M1 3h7v5H1z" fill="var(--st-waiting)" />
      <path d="M10 10h7v5h-7z" fill="var(--st-ink)" />
      <path d="M9 1v16" stroke="var(--st-ink)" strokeWidth="1.25" />
    </svg>
  );
}
