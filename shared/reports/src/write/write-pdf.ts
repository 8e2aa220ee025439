import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CompileFormatEnum, createTypstCompiler } from '@myriaddreamin/typst.ts/compiler';
import { disableDefaultFontAssets, loadFonts } from '@myriaddreamin/typst.ts/options.init';
import type { PackDocument, Section, TableView } from '../document/document.ts';
import { tellCell, tellHead } from '../tables/tell-cell.ts';

const mainFile = '/pack.typ';
const fontFaces = ['400Regular/Inter_400Regular', '500Medium/Inter_500Medium', '600SemiBold/Inter_600SemiBold'];

/**
 * A typeset PDF: contents, bookmarks, page numbers, tagged for screen readers. Dated with the data cut-off, so the same
 * document has the same bytes.
 */
export async function writePdf(document: PackDocument): Promise<Uint8Array> {
  const compiler = createTypstCompiler();
  await compiler.init({
    beforeBuild: [disableDefaultFontAssets(), loadFonts(await Promise.all(fontFaces.map(readFont)))],
  });
  compiler.addSource(mainFile, await readFile(new URL('./pdf/pack.typ', import.meta.url), 'utf8'));
  const { result, diagnostics } = await compiler.compile({
    mainFilePath: mainFile,
    format: CompileFormatEnum.pdf,
    inputs: { document: JSON.stringify(onPaper(document)) },
    diagnostics: 'full',
  });
  if (!result) throw new Error(`The pack could not be typeset: ${JSON.stringify(diagnostics)}`);
  return result;
}

const readModule = (name: string) => readFile(fileURLToPath(import.meta.resolve(name)));
const readFont = async (face: string) => new Uint8Array(await readModule(`@expo-google-fonts/inter/${face}.ttf`));

/** Everything as text, as it stands on the page. */
function onPaper({ title, subtitle, datedAt, sections }: PackDocument) {
  const at = datedAt === null ? null : new Date(datedAt);
  return {
    title,
    subtitle,
    date: at && {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
    },
    footer: datedAt === null ? title : `${title} · data up to ${datedAt.slice(0, 16).replace('T', ' ')} UTC`,
    sections: sections.map((section: Section) => ({
      ...section,
      list: section.list ?? [],
      drawing: section.drawing ?? null,
      tables: section.tables.map((view: TableView) => ({
        name: view.name,
        shown: view.shown,
        columns: view.columns.map((column) => ({ kind: column.kind, head: tellHead(column) })),
        rows: view.rows.map((row) => row.map((cell, k) => tellCell(view.columns[k]?.kind ?? 'text', cell))),
      })),
    })),
  };
}
