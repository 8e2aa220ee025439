import { formatDays, formatDuration, formatShare } from '@speedtax/contract/words';
import type { Cell, ColumnKind } from './table.ts';

/** A cell as it is read on paper; a gap is a dash. */
export function tellCell(kind: ColumnKind, cell: Cell): string {
  if (cell === null || cell === '') return '–';
  if (typeof cell === 'string') return kind === 'instant' ? `${cell.slice(0, 16).replace('T', ' ')} UTC` : cell;
  if (kind === 'duration') return cell < 0 ? `−${formatDays(-cell)}` : formatDays(cell);
  if (kind === 'wait') return formatDuration(cell);
  if (kind === 'share') return formatShare(cell);
  return String(cell);
}

/** The head of a column, with its unit where the cells do not name it. */
export function tellHead({ name, kind }: { readonly name: string; readonly kind: ColumnKind }): string {
  return kind === 'duration' ? `${name} (issue-days)` : name;
}
