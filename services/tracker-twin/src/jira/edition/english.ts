import type { Edition } from './edition.ts';

const WORK_ITEMS_SINCE = Date.parse('2025-07-15T00:00:00Z');

/** An English site as it is set up; on Cloud, issues are called work items since July 2025. */
export function makeEnglishEdition(deployment: 'cloud' | 'data-center'): Edition {
  const nounAt = (at: number) => (deployment === 'cloud' && at >= WORK_ITEMS_SINCE ? 'work item' : 'issue');
  return {
    linkTypes: {
      blocks: { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks', saidOfFirst: 'outward' },
      related: { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to', saidOfFirst: 'outward' },
      duplicate: { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates', saidOfFirst: 'outward' },
    },
    linkSentence: (phrase, key, at) => `This ${nounAt(at)} ${phrase} ${key}`,
    statusName: (name) => name,
    issueTypeNames: { subtask: 'Sub-task', task: 'Task', bug: 'Bug', epic: 'Epic', initiative: 'Initiative' },
    priorityNames: ['Highest', 'High', 'Medium', 'Low'],
  };
}
