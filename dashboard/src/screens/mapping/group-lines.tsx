'use client';

import { type Draft, type DraftGroup, nextLine, type TeamSource } from './draft.ts';
import classes from './mapping.module.css';

const keyWords: Record<TeamSource, string> = {
  project: 'keys of projects: PAY, WEB',
  'team-field': 'ids or names of teams',
  component: 'names of components',
  label: 'labels',
  rule: '',
};

/** Keys that form one team, a line each. */
export function GroupLines({ draft, setDraft }: { draft: Draft; setDraft: (draft: Draft) => void }) {
  const change = (group: DraftGroup) =>
    setDraft({ ...draft, groups: draft.groups.map((each) => (each.line === group.line ? group : each)) });
  return (
    <>
      {draft.groups.map((group) => (
        <div key={group.line} className={classes.line}>
          <input
            className={classes.input}
            aria-label="Name of the team"
            placeholder="Team"
            value={group.name}
            onChange={(event) => change({ ...group, name: event.target.value })}
          />
          <span>is</span>
          <input
            className={classes.wideInput}
            aria-label={`What forms ${group.name || 'the team'}`}
            placeholder={keyWords[draft.source]}
            value={group.keys}
            spellCheck={false}
            onChange={(event) => change({ ...group, keys: event.target.value })}
          />
          <button
            type="button"
            aria-label={`Remove ${group.name || 'this line'}`}
            onClick={() => setDraft({ ...draft, groups: draft.groups.filter(({ line }) => line !== group.line) })}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        className={classes.add}
        onClick={() => setDraft({ ...draft, groups: [...draft.groups, { line: nextLine(draft.groups), name: '', keys: '' }] })}
      >
        {draft.source === 'label' ? 'Name a label that is a team' : 'Put several into one team'}
      </button>
    </>
  );
}
