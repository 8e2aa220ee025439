import { describe, expect, it } from 'vitest';
import type { SiteStatus } from '../jira-site.ts';
import { categoryOfPastStatus, categoryOfStatus, saysNotDone } from './status-category.ts';

const named = (name: string, untranslatedName: string | null = null) => ({ name, untranslatedName });

describe('a status', () => {
  it.each([
    ['new', 'To Do', 'unstarted'],
    ['new', 'Open', 'unstarted'],
    ['new', 'Selected for Development', 'unstarted'],
    ['new', 'Backlog', 'backlog'],
    ['new', 'Product backlog', 'backlog'],
    ['new', 'Icebox', 'backlog'],
    ['new', 'New ideas', 'backlog'],
    ['new', 'Ideen', 'backlog'],
    ['new', 'Бэклог', 'backlog'],
    ['new', 'バックログ', 'backlog'],
    ['new', '需求池', 'backlog'],
    ['new', 'Triage', 'triage'],
    ['new', 'Needs triage', 'triage'],
    ['new', 'Inbox', 'triage'],
    ['new', '代码评审', 'unstarted'],
    ['indeterminate', 'Backlog', 'started'],
    ['indeterminate', '已解决', 'started'],
    ['done', 'Done', 'completed'],
    ['done', 'Closed', 'completed'],
    ['done', '已完成', 'completed'],
    ['done', "Won't Do", 'canceled'],
    ['done', 'Won’t fix', 'canceled'],
    ['done', 'CANCELLED', 'canceled'],
    ['done', 'Declined', 'canceled'],
    ['done', 'Duplicate', 'canceled'],
    ['done', 'Abgelehnt', 'canceled'],
    ['done', 'Отменено', 'canceled'],
    ['done', '已取消', 'canceled'],
    ['done', 'キャンセル', 'canceled'],
    ['undefined', 'Whatever', null],
    [null, 'Whatever', null],
  ])('of Jira’s category %s named %s counts as %s', (trackerCategory, name, expected) => {
    expect(categoryOfStatus(trackerCategory, named(name))).toBe(expected);
  });

  it('is read by its name before translation, too', () => {
    expect(categoryOfStatus('new', named('Lista de espera', 'Backlog'))).toBe('backlog');
  });

  it('does not say backlog within another word', () => {
    expect(categoryOfStatus('new', named('Ready for Videakonferenz'))).toBe('unstarted');
  });
});

describe('a resolution', () => {
  it.each([
    "Won't Fix",
    "Won't Do",
    'Duplicate',
    'Duplicate Issue',
    'Declined',
    'Cannot Reproduce',
    'Cannot Reproduce Bug',
    'Incomplete',
    'Incomplete Description',
    'Invalid',
    'Rejected',
    'Not A Problem',
    'Not A Bug',
    'Later',
    'Abandoned',
    'Out of Date',
    'Works for Me',
    'Deferred',
    'Needs more info',
    'Not Our Bug',
    'Obsolete',
    'Дубликат',
    '重复',
  ])('%s says that it was not done', (name) => {
    expect(saysNotDone({ name })).toBe(true);
  });

  it.each(['Done', 'Fixed', 'Resolved', 'Implemented', 'Complete', 'Completed', 'Delivered', 'Workaround', 'Green', 'Исправлено', '完成'])(
    '%s does not',
    (name) => {
      expect(saysNotDone({ name })).toBe(false);
    },
  );

  it('that there is none says nothing', () => {
    expect(saysNotDone(null)).toBe(false);
  });
});

describe('a status that only histories name', () => {
  const today = (name: string, trackerCategory: string): SiteStatus => ({
    id: name + trackerCategory,
    name,
    trackerCategory,
    category: null,
    isDecided: false,
    isLearned: false,
  });

  it.each([
    ['3', 'In Progress', [], 'indeterminate'],
    ['5', 'Resolved', [], 'done'],
    ['3', 'Renamed', [], null],
    ['777', 'In Review', [today('In review', 'indeterminate')], 'indeterminate'],
    ['777', 'In Review', [today('In Review', 'new'), today('In Review', 'done')], null],
    ['777', 'Coding', [today('Other', 'new')], null],
  ])('with id %s and name %s among %j is %s', (id, name, among, expected) => {
    expect(categoryOfPastStatus(id, name, among)).toBe(expected);
  });
});
