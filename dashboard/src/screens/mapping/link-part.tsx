'use client';

import rowsClasses from '../../parts/rows.module.css';
import { Section } from '../../parts/section.tsx';
import { choose } from './draft.ts';
import classes from './mapping.module.css';
import type { PartProps } from './part-props.ts';

/** Which links say that one issue blocks another, and by which of their two phrases; what sounds like it and does not say comes first. */
export function LinkPart({ draft, setDraft, outcome, shown }: PartProps) {
  const now = new Map(outcome.linkTypes.map((type) => [type.id, type]));
  return (
    <Section title="Which links block">
      <div className={rowsClasses.scroll}>
        <table className={rowsClasses.rows}>
          <thead>
            <tr>
              <th>Link</th>
              <th>Says “this blocks that”</th>
              <th data-numeric>Links</th>
              <th className={rowsClasses.wideOnly}>As in</th>
            </tr>
          </thead>
          <tbody>
            {shown.linkTypes.map((type) => {
              const { blocks, proposed, isUnclear, examples } = now.get(type.id) ?? type;
              const words = { outward: `“${type.outward}”`, inward: `“${type.inward}”`, none: 'neither phrase' };
              return (
                <tr key={type.id} data-blocks={blocks}>
                  <th scope="row">{type.name}</th>
                  <td>
                    <select
                      className={classes.select}
                      aria-label={`${type.name} says “this blocks that” by`}
                      data-unplaced={isUnclear || undefined}
                      value={draft.linkTypes[type.id] ?? ''}
                      onChange={(event) => setDraft({ ...draft, linkTypes: choose(draft.linkTypes, type.id, event.target.value) })}
                    >
                      <option value="">{isUnclear ? 'it does not say' : `${words[proposed]}, as found`}</option>
                      <option value="outward">{words.outward}</option>
                      <option value="inward">{words.inward}</option>
                      <option value="none">{words.none}</option>
                    </select>
                  </td>
                  <td data-numeric>{type.links.toLocaleString('en-US')}</td>
                  <td className={`${rowsClasses.key} ${rowsClasses.wideOnly}`}>{examples.join(', ')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
