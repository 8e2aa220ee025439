import { initiativeBlocker, issueRow, issueWaits, organization, type Problem, pastPage, series, speedTax } from '@speedtax/contract';
import { type StoredStory, workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyzeCompany, startTestApi, type TestApi, tellCompany } from './test-api.ts';

const hour = 3_600_000;
const window = 'from=2026-01-01&to=2026-01-11';
const office = { weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', to: '17:00' };
let api: TestApi;
let story: StoredStory;

beforeAll(async () => {
  api = await startTestApi();
  story = await tellCompany(api.test, workedExample, 10);
});
afterAll(() => api?.close());

const change = (body: unknown) =>
  api.ask('/api/v1/organization', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const read = async () => organization.parse(await api.get('/api/v1/organization'));
const taxOf = async (key: string) => speedTax.parse(await api.get(`/api/v1/speed-tax?${window}`)).teams.find((team) => team.key === key);

describe('the settings of an organization', () => {
  it('begin with calendar time in UTC', async () => {
    expect(await read()).toMatchObject({ timeZone: 'UTC', durations: 'calendar', workingHours: office, figuresAreCurrent: true });
  });

  it.each([
    { why: 'a time zone that does not exist', body: { timeZone: 'Europe/Atlantis' }, path: 'timeZone' },
    { why: 'hours that end before they begin', body: { workingHours: { ...office, to: '08:00' } }, path: 'workingHours.to' },
    { why: 'no weekday', body: { workingHours: { ...office, weekdays: [] } }, path: 'workingHours.weekdays' },
    { why: 'a field that is not there', body: { language: 'de' }, path: 'language' },
  ])('refuse $why', async ({ body, path }) => {
    const answer = await change(body);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Problem).errors).toMatchObject([{ path }]);
  });

  it('change what is named, and nothing else', async () => {
    expect(await (await change({ name: 'Acme' })).json()).toMatchObject({ name: 'Acme', durations: 'calendar', figuresAreCurrent: true });
    expect(api.enqueued).toEqual([]);
  });
});

describe('the worked example in working hours', () => {
  beforeAll(async () => {
    await change({ durations: 'working' });
  });

  it('is asked for anew, and until then told as it was measured', async () => {
    expect(api.enqueued).toMatchObject([{ name: 'analysis.run', payload: { organizationId: api.test.organizationId } }]);
    expect(await read()).toMatchObject({ durations: 'working', figuresAreCurrent: false });
    expect((await taxOf('A'))?.waitingMs).toBe(7 * 24 * hour);
    await analyzeCompany(api.test, 10);
    expect(await read()).toMatchObject({ figuresAreCurrent: true });
  });

  // 1 January is a Thursday. a1: in play Thu, Fri, Mon–Fri; waits Fri, Mon–Thu. b1: in play Thu, Fri, Mon, Tue; waits Mon.
  it('counts eight hours of each working day', async () => {
    expect(await taxOf('A')).toMatchObject({
      inPlayMs: 56 * hour,
      waitingMs: 40 * hour,
      speedTax: 40 / 56,
      episodes: { count: 1, medianMs: 40 * hour },
    });
    expect(await taxOf('B')).toMatchObject({ inPlayMs: 32 * hour, waitingMs: 8 * hour, imposedMs: 16 * hour });
    expect(await taxOf('C')).toMatchObject({ inPlayMs: 0, imposedMs: 32 * hour });
  });

  it('has nothing on the weekend', async () => {
    const { items } = series.parse(await api.get(`/api/v1/speed-tax/series?${window}&bucket=day`));
    expect(items.map((point) => point.inPlayMs / hour)).toEqual([16, 16, 0, 0, 16, 16, 8, 8, 8, 0]);
  });

  it('opens down to intervals and issues that add up to it', async () => {
    const { waitingMs, intervals } = issueWaits.parse(await api.get(`/api/v1/issues/${story.idOf('issue', 'a1')}/waits`));
    expect(waitingMs).toBe(40 * hour);
    expect(intervals.map((interval) => interval.durationMs / hour)).toEqual([8, 0, 16, 16]);
    const { items } = pastPage(issueRow).parse(await api.get(`/api/v1/issues?waiting=true&${window}`));
    expect(items.map((item) => [item.key, item.waitingMs / hour])).toEqual([
      ['a1', 40],
      ['b1', 8],
    ]);
  });

  it('is measured alike as of a past day, while something lasts', async () => {
    const asOf = 'asOf=2026-01-06';
    const { teams } = speedTax.parse(await api.get(`/api/v1/speed-tax?${window}&${asOf}`));
    expect(teams.find((team) => team.key === 'A')).toMatchObject({
      inPlayMs: 32 * hour,
      waitingMs: 24 * hour,
      episodes: { medianMs: 24 * hour },
    });
    const id = story.idOf('initiative', 'Launch');
    const { items } = pastPage(initiativeBlocker).parse(await api.get(`/api/v1/initiatives/${id}/blockers?${asOf}`));
    expect(items.map(({ blocker, ageMs }) => [blocker.key, ageMs / hour])).toEqual([['c1', 16]]);
  });
});
