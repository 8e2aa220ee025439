import type { Issue } from '../../company/issue.ts';
import type { User } from '../../company/team.ts';
import { customItem } from '../history/change-items.ts';
import type { ChangeItem } from '../history/history.ts';
import type { JiraSite } from '../site/jira-site.ts';

/** Ids of what was written by hand begin above all others. */
const FIRST_ID = 9_000_000_000_000;

/**
 * Writes an entry into the changelog of one issue that the company knows nothing of: a link that only one end tells of, a
 * status that was deleted since, text that nobody can read. Entries of one issue are to be written oldest first.
 */
export function writeHistory(
  site: JiraSite,
  issue: Issue,
  { at, items, author = issue.creator }: { readonly at: number; readonly items: readonly ChangeItem[]; readonly author?: User | null },
): void {
  const written = site.extras.get(issue) ?? [];
  const id = FIRST_ID + site.numbers.of('issue', issue) * 100_000 + written.length;
  site.extras.set(issue, [...written, { id, at, author, items }]);
  site.index.note({ kind: 'issue', of: issue });
}

/** Gives a field of an issue a value that the company does not know, such as a component. Undefined takes the field away. */
export function setField(site: JiraSite, issue: Issue, fieldId: string, value: unknown): void {
  const values = site.fieldValues.get(issue) ?? new Map<string, unknown>();
  site.fieldValues.set(issue, values.set(fieldId, value));
  site.index.note({ kind: 'issue', of: issue });
}

const IMPEDIMENT = { id: '10019', name: 'Impediment' };

/** Raises or lowers the flag of an issue, as a board does. */
export function flag(site: JiraSite, issue: Issue, isFlagged: boolean, at: number): void {
  const { flagged } = site.fields;
  const [from, to] = [isFlagged ? null : IMPEDIMENT, isFlagged ? IMPEDIMENT : null];
  const listed = (option: typeof from) => option && { id: `[${option.id}]`, name: option.name };
  writeHistory(site, issue, { at, items: [customItem('Flagged', flagged, listed(from), listed(to))] });
  setField(
    site,
    issue,
    flagged,
    isFlagged ? [{ self: `${site.baseUrl}/rest/api/2/customFieldOption/10019`, value: 'Impediment', id: '10019' }] : null,
  );
}
