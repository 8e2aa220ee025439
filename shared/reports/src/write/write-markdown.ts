import type { PackDocument, Section, TableView } from '../document/document.ts';
import { tellCell, tellHead } from '../tables/tell-cell.ts';

/** The pack as GitHub-flavoured Markdown; drawings are told by their tables. */
export function writeMarkdown({ title, subtitle, sections }: PackDocument): string {
  return `${[`# ${plain(title)}`, plain(subtitle), ...sections.flatMap(writeSection)].join('\n\n')}\n`;
}

function writeSection({ title, level, sentences, list, drawing, tables }: Section): string[] {
  return [
    `${'#'.repeat(level + 1)} ${plain(title)}`,
    ...(sentences.length > 0 ? [plain(sentences.join(' '))] : []),
    ...(list && list.length > 0 ? [list.map((item) => `- ${plain(item)}`).join('\n')] : []),
    ...(drawing?.kind === 'parts' ? [`From its start on: ${plain(drawing.alt)}.`] : []),
    ...tables.flatMap(writeTable),
  ];
}

function writeTable({ name, columns, rows, shown }: TableView): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rules = columns.map(({ kind }) => (['duration', 'wait', 'share', 'count'].includes(kind) ? '---:' : '---'));
  const body = rows.map((row) => line(row.map((cell, k) => plain(tellCell(columns[k]?.kind ?? 'text', cell)))));
  return [
    `**${plain(name)}**${shown === null ? '' : ` (${shown})`}`,
    [line(columns.map((column) => plain(tellHead(column)))), line(rules), ...body].join('\n'),
  ];
}

/** Text as text: no markup, no HTML, no second line in a cell. */
function plain(text: string): string {
  return text
    .replaceAll(/[\r\n\u2028\u2029]+/g, ' ')
    .replaceAll(/[\\`*_{}[\]()#|~<>!]/g, (character) => (character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`));
}
