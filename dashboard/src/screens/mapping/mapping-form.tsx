'use client';

import type { ConnectionMapping } from '@speedtax/contract';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { sendApi } from '../../api/send-api.ts';
import { readDraft, writeChoices } from './draft.ts';
import { InitiativePart } from './initiative-part.tsx';
import { LinkPart } from './link-part.tsx';
import classes from './mapping.module.css';
import { prepareMappingChange } from './prepare-mapping-change.ts';
import { StatusPart } from './status-part.tsx';
import { TeamPart } from './team-part.tsx';
import { usePreview } from './use-preview.ts';

interface Props {
  connectionId: string;
  found: ConnectionMapping;
  canChange: boolean;
}

/** Chooses, shows at once what would come of it, and stores it when asked to. */
export function MappingForm({ connectionId, found, canChange }: Props) {
  const router = useRouter();
  const saved = readDraft(found.effective);
  const [draft, setDraft] = useState(saved);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaving, startSaving] = useTransition();
  const choices = writeChoices(draft, found.provider);
  const isChanged = JSON.stringify(choices) !== JSON.stringify(writeChoices(saved, found.provider));
  const { outcome, refusals, isLooking } = usePreview(connectionId, isChanged ? choices : null, found.outcome);
  const change = isChanged ? prepareMappingChange(found.outcome, outcome) : [];

  function save() {
    startSaving(async () => {
      const sent = await sendApi('PUT', `/api/v1/connections/${connectionId}/mapping`, choices);
      setTrouble(sent.ok ? null : sent.message);
      if (sent.ok) router.refresh();
    });
  }

  const part = { draft, setDraft, outcome, shown: found.outcome };
  return (
    <fieldset className={classes.form} disabled={!canChange || isSaving}>
      {found.provider === 'jira' && <TeamPart {...part} />}
      {found.provider === 'jira' && <LinkPart {...part} />}
      {found.provider === 'jira' && <InitiativePart {...part} />}
      <StatusPart {...part} />
      {isChanged && (
        <div className={classes.bar} aria-live="polite">
          <p className={classes.change} data-looking={isLooking || undefined}>
            {refusals.length > 0 ? (
              <span className={classes.refusal} role="alert">
                {refusals.join('. ')}
              </span>
            ) : (
              sayChange(change, isLooking)
            )}
            {trouble && <span className={classes.refusal}> {trouble}</span>}
          </p>
          <button type="button" data-main disabled={refusals.length > 0} onClick={save}>
            {isSaving ? 'Saving…' : 'Save and map again'}
          </button>
          <button type="button" onClick={() => setDraft(saved)}>
            Take back
          </button>
        </div>
      )}
    </fieldset>
  );
}

function sayChange(change: readonly string[], isLooking: boolean): string {
  if (change.length > 0) return `On your issues: ${change.join(', ')}.`;
  return isLooking ? 'Trying it on your issues…' : 'On your issues nothing would change.';
}
