'use client';

import { Section } from '../../parts/section.tsx';
import classes from './mapping.module.css';
import type { PartProps } from './part-props.ts';

const ownerFields = ['assignee', 'reporter', 'creator'];

/** Which issues are initiatives, and which of their fields names who owns one. */
export function InitiativePart({ draft, setDraft, outcome, shown }: PartProps) {
  const levels = shown.levels.filter(({ level }) => level >= 1);
  const isOwn = !ownerFields.includes(draft.ownerField);
  const found = outcome.levels.find(({ level }) => level === outcome.initiativeLevel);
  return (
    <Section title="What an initiative is">
      <div className={classes.lines}>
        <label className={classes.line}>
          <span>Initiatives are</span>
          <select
            className={classes.select}
            value={draft.initiativeLevel ?? ''}
            onChange={(event) => setDraft({ ...draft, initiativeLevel: event.target.value === '' ? null : Number(event.target.value) })}
          >
            <option value="">the highest level in use</option>
            {levels.map(({ level, issueTypes, issues }) => (
              <option key={level} value={level}>
                {issueTypes.join(', ')}: level {level}, {issues.toLocaleString('en-US')} {issues === 1 ? 'issue' : 'issues'}
              </option>
            ))}
          </select>
          <span className={classes.quiet}>
            {found
              ? `${found.issueTypes.join(', ')}: ${found.issues.toLocaleString('en-US')} of the issues read`
              : 'there is nothing above issues'}
          </span>
        </label>
        <label className={classes.line}>
          <span>Owned by their</span>
          <select
            className={classes.select}
            value={isOwn ? 'own' : draft.ownerField}
            onChange={(event) => setDraft({ ...draft, ownerField: event.target.value === 'own' ? 'customfield_' : event.target.value })}
          >
            {ownerFields.map((field) => (
              <option key={field} value={field}>
                {field}
              </option>
            ))}
            <option value="own">custom field…</option>
          </select>
          {isOwn && (
            <input
              className={classes.input}
              aria-label="Id of the custom field"
              value={draft.ownerField}
              placeholder="customfield_10001"
              spellCheck={false}
              onChange={(event) => setDraft({ ...draft, ownerField: event.target.value })}
            />
          )}
        </label>
      </div>
    </Section>
  );
}
