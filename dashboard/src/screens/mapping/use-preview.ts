import type { MappingPreview } from '@speedtax/contract';
import { useEffect, useState } from 'react';
import { sendApi } from '../../api/send-api.ts';

interface Preview {
  of: string;
  outcome: MappingPreview;
  /** Why these choices cannot be made, each with what to do. */
  refusals: readonly string[];
}

const typingPauseMs = 250;

/** What would come of choices, tried when typing pauses; the last that could be tried stays until the next is there. */
export function usePreview(connectionId: string, choices: Record<string, unknown> | null, saved: MappingPreview) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const wanted = choices === null ? null : JSON.stringify(choices);

  useEffect(() => {
    if (wanted === null) return setPreview(null);
    let isWanted = true;
    const pause = setTimeout(async () => {
      const sent = await sendApi<MappingPreview>('POST', `/api/v1/connections/${connectionId}/mapping/preview`, JSON.parse(wanted));
      if (!isWanted) return;
      setPreview((last) =>
        sent.ok
          ? { of: wanted, outcome: sent.value, refusals: [] }
          : { of: wanted, outcome: last?.outcome ?? saved, refusals: sayRefusals(sent) },
      );
    }, typingPauseMs);
    return () => {
      isWanted = false;
      clearTimeout(pause);
    };
  }, [wanted, connectionId, saved]);

  return {
    outcome: wanted === null ? saved : (preview?.outcome ?? saved),
    refusals: wanted === null ? [] : (preview?.refusals ?? []),
    isLooking: wanted !== null && preview?.of !== wanted,
  };
}

function sayRefusals({ message, byField }: { message: string; byField: Record<string, string> }): string[] {
  const reasons = [...new Set(Object.values(byField))];
  return reasons.length > 0 ? reasons : [message];
}
