import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints, type PackFormat, type PairTax, type PlanningPack, type Problem, type SpeedTax, type TeamTax } from '@speedtax/contract';
import { workedExample } from '@speedtax/storage/testing/company-story';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;
/** Typesetting takes a second of a processor that others may want too. */
const slowMs = 120_000;
const path = '/api/v1/reports/quarterly';
const formulas = { team: '=HYPERLINK("http://evil.example","A")', issue: '+1+1\n"quoted", שלום 🚀 | <b>' };
let api: TestApi;

/** The worked example, by people who write formulas into names. The cut-off is 2026-01-11. */
beforeAll(async () => {
  api = await startTestApi();
  const { idOf } = await tellCompany(api.test, workedExample, 10);
  const { organizationId, database } = api.test;
  await database.inOrganization(organizationId, async (trx) => {
    await trx.updateTable('team').set({ name: formulas.team }).where('id', '=', idOf('team', 'A')).execute();
    await trx.updateTable('issue').set({ title: formulas.issue }).where('id', '=', idOf('issue', 'c1')).execute();
  });
});
afterAll(() => api.close());

async function download(format: PackFormat, query = 'quarter=2026-Q1'): Promise<Buffer> {
  const answer = await api.ask(`${path}?${query}&format=${format}`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
}
const readPack = async (query?: string): Promise<PlanningPack> =>
  endpoints.getQuarterlyReport.answer.parse(JSON.parse((await download('json', query)).toString()));

const byTeam = (a: TeamTax, b: TeamTax) => a.teamId.localeCompare(b.teamId);
const byWaiting = (a: PairTax, b: PairTax) => b.waitingMs - a.waitingMs;

describe('the planning pack of a quarter', () => {
  it('has the figures that the API tells for the same days', async () => {
    const pack = await readPack();
    const tax = await api.get<SpeedTax>('/api/v1/speed-tax?from=2026-01-01&to=2026-04-01');
    expect(pack.range).toEqual({ from: '2026-01-01', to: '2026-04-01' });
    expect(pack.company.now).toEqual(tax.total);
    expect(pack.teams.map(({ before: _before, ...team }) => team).toSorted(byTeam)).toEqual(tax.teams.toSorted(byTeam));
    expect(pack.pairs.map(({ waitingTeam: _a, blockingTeam: _b, ...pair }) => pair).toSorted(byWaiting)).toEqual(
      tax.pairs.toSorted(byWaiting),
    );
    // A waits 7 of 10 days, B 2 of 6.
    expect(pack.company.now).toMatchObject({ waitingMs: 9 * day, inPlayMs: 16 * day });
    expect(pack.complete).toBe(false);
  });

  it('compares with the quarter before, in which nothing was in play', async () => {
    const pack = await readPack();
    expect(pack.before).toEqual({ from: '2025-10-01', to: '2026-01-01' });
    expect(pack.company).toMatchObject({ before: { inPlayMs: 0, speedTax: null }, changeMs: 9 * day });
  });

  it('is that of the last quarter that has ended, where none is asked for', async () => {
    expect(await readPack('')).toMatchObject({ quarter: '2025-Q4', complete: true });
  });

  it('is of any days, compared with as many before', async () => {
    const pack = await readPack('from=2026-01-03&to=2026-01-07');
    expect(pack).toMatchObject({ quarter: null, before: { from: '2025-12-30', to: '2026-01-03' } });
  });

  it(
    'has the same bytes and digest for the same facts, in every format',
    async () => {
      for (const format of ['json', 'csv', 'xlsx', 'md', 'pdf'] as const)
        expect(Buffer.compare(await download(format), await download(format)), format).toBe(0);
    },
    slowMs,
  );

  it.each([
    ['quarter=2026-Q5', 'quarter'],
    ['quarter=2026-Q1&from=2026-01-01&to=2026-02-01', 'quarter'],
    ['from=2026-02-01&to=2026-01-01', 'to'],
    ['format=docx', 'format'],
  ])('says what is wrong with %s', async (query, field) => {
    const answer = await api.ask(`${path}?${query}`);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Problem).errors?.map((error) => error.path)).toEqual([field]);
  });
});

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler) console.warn('pdftotext is not installed (poppler-utils): the PDF of the pack is not looked into');

describe('the pack on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'speedtax-pack-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.skipIf(!hasPoppler)(
    'is a tagged PDF with contents, pages and the same figures, and names in it are text',
    async () => {
      const file = join(folder, 'pack.pdf');
      writeFileSync(file, await download('pdf'));
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      expect(text).toContain('Planning pack 2026-Q1');
      expect(text).toMatch(/Teams [.\s\u2060]+6\n/);
      expect(text).toContain('Test lost 9 issue-days to waiting');
      expect(text).toContain('=HYPERLINK("http://evil.');
      expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged: +yes/);
    },
    slowMs,
  );

  it('is Markdown in which nothing of the tracker is markup', async () => {
    const text = (await download('md')).toString();
    expect(text).toContain('Test lost 9 issue-days to waiting');
    expect(text).toContain('| 2026-01-01 to 2026-04-01 | 9 |');
    expect(text).not.toContain('<b>');
  });
});

describe('the pack as tables', () => {
  it('is a zip of CSV files that a spreadsheet takes for text and numbers', async () => {
    const files = unzipSync(await download('csv'));
    const read = (name: string) => parse(Buffer.from(files[name] as Uint8Array), { bom: true, columns: true }) as Record<string, string>[];
    expect(Object.keys(files)).toContain('16-about.csv');
    const [a] = read('05-teams.csv');
    expect(a).toMatchObject({ Team: `'${formulas.team}`, 'Paid (ms)': String(7 * day), 'Speed tax before': '' });
    const pairs = read('06-dependencies.csv');
    expect(pairs.reduce((sum, pair) => sum + Number(pair['Waiting (ms)']), 0)).toBe(9 * day);
  });

  it('is a workbook with a sheet for each table and typed cells', async () => {
    const workbook = await download('xlsx');
    const teams = await readSheet(workbook, 'Teams');
    expect(teams[0]?.slice(0, 2)).toEqual(['Team', 'Paid (issue-days)']);
    expect(teams[1]?.slice(0, 2)).toEqual([formulas.team, 7]);
    const xml = Object.entries(unzipSync(workbook)).filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
    expect(xml).toHaveLength(16);
    for (const [, bytes] of xml) expect(Buffer.from(bytes).toString()).not.toMatch(/<f[ >]/);
    expect(Buffer.from(xml[0]?.[1] as Uint8Array).toString()).toContain('state="frozen"');
  });

  it('is JSON by the schema that the API publishes', async () => {
    const document = await api.get<{ paths: Record<string, { get: { responses: Record<string, Answer> } }> }>('/api/v1/openapi.json');
    const schema = document.paths[path]?.get.responses['200']?.content['application/json']?.schema as object;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const isValid = ajv.compile({ ...schema, components: (document as { components?: object }).components });
    expect([isValid(await readPack()), isValid.errors]).toEqual([true, null]);
  });
});

interface Answer {
  readonly content: Record<string, { readonly schema: object }>;
}
