import type { Connection } from '@speedtax/contract';
import type { SentencePart } from '../../parts/sentence.tsx';

/** "One tracker is connected and up to date.": or which one needs a hand. */
export function prepareConnectionsSentence(connections: readonly Connection[]): SentencePart[] {
  if (connections.length === 0) return ['No tracker is connected yet: connect Linear or Jira, and its history is read at once.'];
  const broken = connections.filter((each) => each.status === 'failing' || each.status === 'unauthorized');
  const first = broken[0];
  if (first) {
    const why = first.status === 'unauthorized' ? 'refuses our credentials' : 'could not be read';
    const others = broken.length > 1 ? `, and ${broken.length - 1} more need a look` : '';
    return [{ text: first.name }, ` ${why}${others}; the last good figures stay.`];
  }
  const busy = connections.filter((each) => each.status === 'syncing' || each.status === 'pending');
  if (busy[0]) return [{ text: busy[0].name }, ' is being read; figures appear as soon as it is done.'];
  return [
    connections.length === 1
      ? 'One tracker is connected, and up to date.'
      : `${connections.length} trackers are connected, all up to date.`,
  ];
}
