'use client';

import rowsClasses from '../../parts/rows.module.css';
import { Section } from '../../parts/section.tsx';
import { choose } from './draft.ts';
import classes from './mapping.module.css';
import type { PartProps } from './part-props.ts';

const categories = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled'];

/** What each status counts as; those that nobody can place first. */
export function StatusPart({ draft, setDraft, outcome, shown }: PartProps) {
  const now = new Map(outcome.statuses.map((status) => [status.id, status]));
  const isCounted = outcome.issues > 0;
  return (
    <Section title="What a status counts as" note="unstarted and started are in play; triage and backlog are not yet">
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Status</th>
            <th>Counts as</th>
            {isCounted && <th data-numeric>Issues in it</th>}
          </tr>
        </thead>
        <tbody>
          {shown.statuses.map((status) => {
            const { category, isDecided } = now.get(status.id) ?? status;
            return (
              <tr key={status.id}>
                <th scope="row">{status.name}</th>
                <td>
                  <select
                    className={classes.select}
                    aria-label={`${status.name} counts as`}
                    data-unplaced={category === null || undefined}
                    value={draft.statuses[status.id] ?? ''}
                    onChange={(event) => setDraft({ ...draft, statuses: choose(draft.statuses, status.id, event.target.value) })}
                  >
                    <option value="">{isDecided ? 'as found' : category === null ? 'nobody can tell' : `${category}, as found`}</option>
                    {categories.map((each) => (
                      <option key={each} value={each}>
                        {each}
                      </option>
                    ))}
                  </select>
                </td>
                {isCounted && <td data-numeric>{status.issues.toLocaleString('en-US')}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
