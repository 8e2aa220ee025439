import type { PackFormat, PlanningPack } from '@speedtax/contract';
import { prepareDocument } from '../document/prepare-document.ts';
import { listTables } from '../tables/list-tables.ts';
import { writeCsv } from './write-csv.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writePdf } from './write-pdf.ts';
import { writeXlsx } from './write-xlsx.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes of the pack in a format: always the same for the same pack. */
export async function writePack(pack: PlanningPack, format: PackFormat): Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return encode(`${JSON.stringify(pack, null, 2)}\n`);
    case 'csv':
      return writeCsv(listTables(pack));
    case 'xlsx':
      return writeXlsx(listTables(pack));
    case 'pdf':
      return writePdf(prepareDocument(pack));
    case 'md':
      return encode(writeMarkdown(prepareDocument(pack)));
  }
}
