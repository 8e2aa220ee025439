'use client';

import { Choice } from '../../drawings/frame/choice.tsx';
import rowsClasses from '../../parts/rows.module.css';
import { Section } from '../../parts/section.tsx';
import { GroupLines } from './group-lines.tsx';
import classes from './mapping.module.css';
import type { PartProps } from './part-props.ts';
import { RuleLines } from './rule-lines.tsx';

const sources = [
  { name: 'project', text: 'project' },
  { name: 'team-field', text: 'Team field' },
  { name: 'component', text: 'component' },
  { name: 'label', text: 'label' },
  { name: 'rule', text: 'rules alone' },
] as const;
const teamsListed = 60;

/** By what an issue belongs to a team, which keys form one team, and the teams that come of it: issues without one first. */
export function TeamPart({ draft, setDraft, outcome }: PartProps) {
  const rest = outcome.teams.length - teamsListed;
  return (
    <Section
      title="A team is a"
      note={
        <Choice label="A team is told by" options={sources} chosen={draft.source} onChoose={(source) => setDraft({ ...draft, source })} />
      }
    >
      <div className={classes.lines}>
        {draft.source === 'team-field' && (
          <label className={classes.line}>
            <span>Field</span>
            <input
              className={classes.input}
              value={draft.field}
              placeholder="the site's own Team field"
              spellCheck={false}
              onChange={(event) => setDraft({ ...draft, field: event.target.value })}
            />
          </label>
        )}
        {draft.source !== 'rule' && <GroupLines draft={draft} setDraft={setDraft} />}
        <RuleLines draft={draft} setDraft={setDraft} />
      </div>
      <div className={classes.outcome}>
        <table className={rowsClasses.rows}>
          <thead>
            <tr>
              <th>Teams that come of it</th>
              <th data-numeric>Issues</th>
              <th>As in</th>
            </tr>
          </thead>
          <tbody>
            {outcome.teams.slice(0, teamsListed).map(({ externalId, name, issues, examples }) => (
              <tr key={externalId ?? 'none'}>
                <th scope="row" className={externalId === null ? classes.unplaced : undefined}>
                  {externalId === null ? 'no team' : name}
                  {externalId !== null && externalId !== name && <span className={rowsClasses.key}> {externalId}</span>}
                </th>
                <td data-numeric>{issues.toLocaleString('en-US')}</td>
                <td className={rowsClasses.key}>{examples.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rest > 0 && <p className={classes.quiet}>and {rest.toLocaleString('en-US')} smaller ones</p>}
      </div>
    </Section>
  );
}
