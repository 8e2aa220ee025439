'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';

/** Tries a failed job once more. */
export function RetryJob({ queue, id }: { queue: string; id: string }) {
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSending, startSending] = useTransition();

  function retry() {
    startSending(async () => {
      const sent = await sendApi('POST', `/api/v1/queues/${encodeURIComponent(queue)}/jobs/${encodeURIComponent(id)}/retry`);
      setTrouble(sent.ok ? null : sent.message);
      router.refresh();
    });
  }

  return (
    <>
      <button type="button" disabled={isSending} onClick={retry}>
        Try again
      </button>
      {trouble && <span role="alert"> {trouble}</span>}
    </>
  );
}
