'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { sendApi } from '../api/send-api.ts';
import classes from './form.module.css';

interface Props {
  /** What it says, and once more when it asks whether that is meant. */
  words: string;
  ask: string;
  path: string;
}

/** Takes something away: asks first, then the page is drawn anew. */
export function DeleteButton({ words, ask, path }: Props) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSending, startSending] = useTransition();

  function send() {
    startSending(async () => {
      const sent = await sendApi('DELETE', path);
      setAsking(false);
      setTrouble(sent.ok ? null : sent.message);
      if (sent.ok) router.refresh();
    });
  }

  if (trouble) {
    return (
      <span className={classes.refusal} role="alert">
        {trouble}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={classes.quietButton}
      disabled={isSending}
      onBlur={() => setAsking(false)}
      onClick={isAsking ? send : () => setAsking(true)}
    >
      {isAsking ? ask : words}
    </button>
  );
}
