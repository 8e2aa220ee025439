'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import type { IdentityAction } from './prepare-identities.ts';

/** Sends what somebody decides, and shows the page as it is then. */
export function useDecision() {
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSending, startSending] = useTransition();
  const send = ({ method, path, body }: Pick<IdentityAction, 'method' | 'path' | 'body'>, done?: () => void) =>
    startSending(async () => {
      const sent = await sendApi(method, path, body);
      setTrouble(sent.ok ? null : sent.message);
      if (!sent.ok) return;
      done?.();
      router.refresh();
    });
  return { send, isSending, trouble };
}
