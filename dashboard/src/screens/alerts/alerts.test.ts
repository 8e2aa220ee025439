import type { Alert, AlertRules, Delivery } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { prepareAlert } from './prepare-alert.ts';
import { prepareAlertsNote, prepareAlertsSentence } from './prepare-alerts-sentence.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { prepareSubscription } from './prepare-subscription.ts';
import { sayFigure, sayRule } from './say-figure.ts';

const at = '2026-03-03T14:05:00.000Z';
const issue = (key: string) => ({
  issueId: key,
  key,
  title: `About ${key}`,
  url: null,
  teamName: 'Platform',
  statusName: 'Doing',
  assignee: 'Bob',
});
const alert = (given: Partial<Alert> = {}): Alert => ({
  id: 'a',
  ruleId: 'r',
  kind: 'external_blockers',
  level: 3,
  withinDays: 7,
  subject: { kind: 'initiative', id: 'i', name: 'Launch' },
  value: 4,
  raisedAt: at,
  acknowledged: null,
  snoozedUntil: null,
  closedAt: null,
  closedBecause: null,
  events: [],
  ...given,
});
const rules = (watch: Partial<AlertRules['watch']> = {}, on = true): AlertRules => ({
  items: [{ id: 'r', kind: 'stalled', level: 1, withinDays: 7, subject: null, on, madeBy: 'Ada', madeAt: at }],
  nextCursor: null,
  watch: { dataCutOff: at, lookedAt: at, unknownBecause: null, ...watch },
});
const say = (...given: Parameters<typeof prepareAlertsSentence>) => sentenceText(prepareAlertsSentence(...given));

describe('the sentence of the alerts', () => {
  it('names the latest open one, and counts the others', () => {
    expect(say([alert()], rules(), 'UTC')).toBe('Launch: 4 open external blockers.');
    expect(say([alert(), alert()], rules(), 'UTC')).toBe('Launch: 4 open external blockers, and 1 more alert is open.');
  });
  it('says up to when nothing is open', () => {
    expect(say([], rules(), 'UTC')).toBe('Nothing that is watched is beyond its level, as of 3 Mar 2026, 14:05.');
  });
  it('says that nothing can be said, and why', () => {
    expect(say([alert()], rules({ unknownBecause: 'Jira cannot be read' }), 'UTC')).toContain(
      'Nothing new can be said since 3 Mar 2026, 14:05: Jira cannot be read',
    );
    expect(say([], rules({ dataCutOff: null, unknownBecause: 'Jira is being read for the first time' }), 'UTC')).toBe(
      'Nothing can be said yet: Jira is being read for the first time.',
    );
    expect(say([], rules({ dataCutOff: null }), 'UTC')).toContain('Nothing has been compared yet');
    expect(say([], rules({}, false), 'UTC')).toBe('Nothing is watched.');
  });
  it('says that nobody is told', () => {
    expect(sentenceText(prepareAlertsNote(0, 0))).toContain('sent to nobody');
    expect(sentenceText(prepareAlertsNote(1, 0))).toContain('none of them is told');
    expect(prepareAlertsNote(1, 1)).toEqual([]);
  });
});

describe('a figure', () => {
  it.each([
    ['external_blockers', 1, '1 open external blocker', '1 or more open external blockers'],
    ['blocker_rise', 2, '2 more external blockers within 7 days', '2 or more external blockers more within 7 days'],
    ['stalled', 5.7, '5 days stalled', '5.7 or more days stalled'],
    ['ownership', 1, 'nobody alone accountable', 'the owner is lost, shared or part-time'],
    ['team_tax', 33.33, '33.3 % speed tax over 7 days', 'a speed tax of 33.33 % or more over 7 days'],
  ] as const)('of %s is said', (kind, value, figure, rule) => {
    expect(sayFigure({ kind, withinDays: 7 }, value)).toBe(figure);
    expect(sayRule({ kind, withinDays: 7, level: value })).toBe(rule);
  });
});

describe('an alert', () => {
  const usual = { medianMs: 9 * 86_400_000, p85Ms: 19 * 86_400_000, waits: 41 };
  const edges = [{ blocker: issue('PL-7'), blocked: issue('CH-1'), usual }];
  const event = { id: 'e', value: 4, by: null, edges, moreEdges: 2, at };
  it('shows what came, who holds it and how long that takes', () => {
    const view = prepareAlert(alert({ events: [{ ...event, kind: 'raised' }] }), 'UTC');
    expect(view.edges).toMatchObject([
      { holder: 'Platform · Bob · Doing', usual: expect.stringMatching(/^half over in 9 d.*, 85 % in 19 d.*, n = 41$/) },
    ]);
    expect(view).toMatchObject({ moreEdges: 2, standing: null, ended: null, subject: { href: '/initiatives/i' } });
  });
  it('shows what was done about it', () => {
    const view = prepareAlert(
      alert({
        acknowledged: { at, by: 'Ada' },
        snoozedUntil: at,
        closedAt: at,
        closedBecause: 'resolved',
        events: [{ ...event, kind: 'freed' }],
      }),
      'UTC',
    );
    expect(view.standing).toBe('acknowledged by Ada, put off until 3 Mar 2026, 14:05');
    expect(view.ended).toBe('put to rest on 3 Mar 2026, 14:05');
    expect(view.course[0]?.text).toBe('3 Mar 2026, 14:05: a blocker is gone, PL-7 no longer blocks CH-1');
  });
});

it('a subscription says what, and when by whose clock', () => {
  const base = {
    id: 's',
    channelId: 'c',
    ruleId: null,
    subjectId: null,
    tells: ['raised' as const],
    timeZone: 'Europe/Berlin',
    quietHours: null,
    digestAt: null,
  };
  const known = { channels: [{ id: 'c', name: 'Slack' }], rules: [], names: new Map([['i', 'Launch']]) };
  expect(prepareSubscription(base, known)).toMatchObject({ channel: 'Slack', what: 'raised; every rule', when: 'at once' });
  const later = { ...base, subjectId: 'i', digestAt: '08:00', quietHours: { from: '22:00', to: '07:00' } };
  expect(prepareSubscription(later, known)).toMatchObject({
    what: 'raised; every rule, only of Launch',
    when: 'daily at 08:00, not from 22:00 to 07:00 (Europe/Berlin)',
  });
});

it('a message says what became of it', () => {
  const attempt = { no: 1, at, ok: false, answer: '503 busy', tookMs: 4 };
  const delivery: Delivery = {
    id: 'd',
    channelId: 'c',
    channelName: 'Slack',
    about: null,
    recipient: null,
    state: 'waiting',
    digest: false,
    dueAt: at,
    madeAt: at,
    endedAt: null,
    answer: '503 busy',
    attempts: [attempt, { ...attempt, no: 2 }],
  };
  expect(prepareDelivery(delivery, 'UTC')).toMatchObject({
    about: 'a test',
    stateWords: 'waiting, due 3 Mar 2026, 14:05',
    attempts: expect.stringContaining('2. 3 Mar 2026'),
  });
});
