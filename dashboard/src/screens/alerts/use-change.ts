'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';

/** A change that is sent, and what was wrong with it; when it is done the page is read anew. */
export function useChange() {
  const router = useRouter();
  const [refusal, setRefusal] = useState<{ message: string; byField: Record<string, string> } | null>(null);
  const [isSending, startSending] = useTransition();

  function send<T = unknown>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, done?: (value: T) => void) {
    startSending(async () => {
      const sent = await sendApi<T>(method, `/api/v1${path}`, body);
      setRefusal(sent.ok ? null : sent);
      if (!sent.ok) return;
      done?.(sent.value);
      router.refresh();
    });
  }

  return { send, refusal, isSending };
}
