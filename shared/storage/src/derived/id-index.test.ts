import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CopyRow } from './copy-row.ts';
import { PackedIdColumn, packIds } from './id-column.ts';
import { indexTexts, indexUuids } from './id-index.ts';
import { orderUuids } from './order-uuids.ts';

/** A row of a binary COPY with one field. */
function rowOf(field: Buffer): CopyRow {
  const bytes = Buffer.alloc(6 + field.length);
  bytes.writeInt16BE(1);
  bytes.writeInt32BE(field.length, 2);
  field.copy(bytes, 6);
  const row = new CopyRow();
  row.read(bytes, 0);
  return row;
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
/** Many agree in all but their last or first digits. */
const uuids = fc.uniqueArray(
  fc.oneof(
    fc.uuid(),
    fc.nat(300).map((n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`),
    fc.nat(300).map((n) => `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`),
  ),
  { maxLength: 80 },
);

describe('ids as bytes', () => {
  it('are found where they are, by their bytes and by their texts, and nothing else is', () => {
    fc.assert(
      fc.property(uuids, (all) => {
        const known = all.filter((_, k) => k % 2 === 0);
        const [byBytes, byText] = [indexUuids(packIds(known)), indexTexts(known)];
        for (const id of all) {
          expect(byBytes.find(rowOf(bytesOf(id)), 0)).toBe(known.indexOf(id));
          expect(byText.find(rowOf(Buffer.from(id)), 0)).toBe(known.indexOf(id));
        }
        expect(byText.find(rowOf(Buffer.from('not an id')), 0)).toBe(-1);
      }),
    );
  });

  it('are told as the texts they were', () => {
    fc.assert(
      fc.property(uuids, (ids) => {
        const column = new PackedIdColumn(packIds(ids));
        expect(Array.from({ length: column.length }, (_, place) => column.at(place))).toEqual(ids);
        expect(column.at(ids.length)).toBeUndefined();
      }),
    );
  });

  it('come in the order of their texts', () => {
    fc.assert(
      fc.property(uuids, (ids) => {
        expect([...orderUuids(packIds(ids))].map((place) => ids[place])).toEqual(ids.toSorted());
      }),
    );
  });
});
