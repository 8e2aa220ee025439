'use client';

import { type Draft, type DraftRule, nextLine } from './draft.ts';
import classes from './mapping.module.css';

const marks = [
  { name: 'project', text: 'project' },
  { name: 'component', text: 'component' },
  { name: 'label', text: 'label' },
  { name: 'team', text: 'Team field' },
  { name: 'issueType', text: 'issue type' },
];

/** Rules ahead of everything else: the first that fits decides. */
export function RuleLines({ draft, setDraft }: { draft: Draft; setDraft: (draft: Draft) => void }) {
  const change = (rule: DraftRule) => setDraft({ ...draft, rules: draft.rules.map((each) => (each.line === rule.line ? rule : each)) });
  return (
    <>
      {draft.rules.map((rule) => (
        <div key={rule.line} className={classes.line}>
          <span>where</span>
          {Object.entries(rule.when).map(([mark, value]) => (
            <span key={mark} className={classes.line}>
              <select
                className={classes.select}
                aria-label="What is looked at"
                value={mark}
                onChange={(event) => change({ ...rule, when: renameMark(rule.when, mark, event.target.value) })}
              >
                {marks.map(({ name, text }) => (
                  <option key={name} value={name} disabled={name !== mark && name in rule.when}>
                    {text}
                  </option>
                ))}
              </select>
              <span>is</span>
              <input
                className={classes.input}
                aria-label="Its value"
                value={value}
                spellCheck={false}
                onChange={(event) => change({ ...rule, when: { ...rule.when, [mark]: event.target.value } })}
              />
            </span>
          ))}
          <span>it is of</span>
          <input
            className={classes.input}
            aria-label="Team"
            placeholder="Team"
            value={rule.team}
            onChange={(event) => change({ ...rule, team: event.target.value })}
          />
          <button
            type="button"
            aria-label={`Remove the rule for ${rule.team || 'no team'}`}
            onClick={() => setDraft({ ...draft, rules: draft.rules.filter(({ line }) => line !== rule.line) })}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        className={classes.add}
        onClick={() => setDraft({ ...draft, rules: [...draft.rules, { line: nextLine(draft.rules), when: { component: '' }, team: '' }] })}
      >
        Add a rule that goes first
      </button>
    </>
  );
}

function renameMark(when: Readonly<Record<string, string>>, from: string, to: string): Record<string, string> {
  return Object.fromEntries(Object.entries(when).map(([mark, value]) => [mark === from ? to : mark, value]));
}
