import { describe, expect, it } from 'vitest';
import { tableCsv } from './table-csv.ts';

const columns = [{ name: 'Team' }, { name: 'Paid', exactName: 'waitingMs', numeric: true }];

describe('a drawing as CSV', () => {
  it('writes the exact figure under its exact name, not the rounded words', () => {
    const csv = tableCsv({ caption: '', columns, rows: [[{ text: 'Payments' }, { text: '41', exact: 3_542_400_001 }]] });
    expect(csv).toBe('Team,waitingMs\r\nPayments,3542400001\r\n');
  });

  it('leaves a missing figure empty: it is not a zero', () => {
    const csv = tableCsv({ caption: '', columns, rows: [[{ text: 'Design' }, { text: '–', exact: null }]] });
    expect(csv).toBe('Team,waitingMs\r\nDesign,\r\n');
  });

  it.each([
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@cmd', "'@cmd"],
    ['Web, Mobile', '"Web, Mobile"'],
    ['two\nlines', '"two\nlines"'],
  ])('a name %j cannot run or break out of its field', (name, written) => {
    const csv = tableCsv({ caption: '', columns: [{ name: 'Team' }], rows: [[{ text: name }]] });
    expect(csv).toBe(`Team\r\n${written}\r\n`);
  });

  it('a negative number stays a number', () => {
    expect(tableCsv({ caption: '', columns: [{ name: 'n' }], rows: [[{ text: '−1', exact: -1 }]] })).toBe('n\r\n-1\r\n');
  });
});
