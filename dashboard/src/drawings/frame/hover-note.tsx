'use client';

import { type ReactNode, useEffect, useState } from 'react';
import styles from './hover-note.module.css';

interface Note {
  content: ReactNode;
  /** Where along the drawing's width the note's anchor stands, 0 to 1. */
  along: number;
  top: number;
}

/**
 * One note for a whole drawing, so that a thousand cells cost one tooltip. What it says must also be in the
 * element's label: the note is for eyes only.
 */
export function useHoverNote() {
  const [note, setNote] = useState<Note | null>(null);
  const hideNote = () => setNote(null);
  function showNote(target: Element, content: ReactNode) {
    const within = target.closest('[data-drawing]')?.getBoundingClientRect();
    if (!within || within.width === 0) return;
    const at = target.getBoundingClientRect();
    const along = (at.left + at.width / 2 - within.left) / within.width;
    setNote({ content, along: Math.min(1, Math.max(0, along)), top: at.bottom - within.top + 6 });
  }
  useEffect(() => {
    if (!note) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setNote(null);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [note]);

  /** The handlers of an element that has something to say, by pointer and by keyboard. */
  const noteOn = (content: ReactNode) => ({
    onPointerEnter: (event: { currentTarget: Element }) => showNote(event.currentTarget, content),
    onPointerLeave: hideNote,
    onFocus: (event: { currentTarget: Element }) => showNote(event.currentTarget, content),
    onBlur: hideNote,
  });
  // Shifted by its own share of width, the note stays inside the drawing wherever its anchor is.
  const drawn = note ? (
    <div
      className={styles.note}
      role="tooltip"
      data-not-in-picture
      style={{ left: `${note.along * 100}%`, top: note.top, transform: `translateX(-${note.along * 100}%)` }}
    >
      {note.content}
    </div>
  ) : null;
  return { note: drawn, noteOn, showNote, hideNote };
}
