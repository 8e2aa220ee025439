import { describe, expect, it } from 'vitest';
import { dayMs } from '../../words/duration.ts';
import { prepareAnatomy } from './prepare-anatomy.ts';

describe('the anatomy strip', () => {
  it('its parts follow each other and fill the bar', () => {
    const { parts } = prepareAnatomy({ unacceptedMs: dayMs, queuedMs: 2 * dayMs, inWorkMs: 1 * dayMs });
    expect(parts.map((part) => [part.name, part.stretch.x, part.stretch.width])).toEqual([
      ['unaccepted', 0, 25],
      ['queued', 25, 50],
      ['in work', 75, 25],
    ]);
  });

  it('leaves out a part that never happened', () => {
    const { parts, sentence } = prepareAnatomy({ unacceptedMs: 0, queuedMs: dayMs, inWorkMs: 3 * dayMs });
    expect(parts.map((part) => part.name)).toEqual(['queued', 'in work']);
    expect(sentence).toBe('queued 25 %, in work 75 %');
  });

  it('says that nobody waited instead of drawing an empty bar', () => {
    expect(prepareAnatomy({ unacceptedMs: 0, queuedMs: 0, inWorkMs: 0 })).toEqual({ parts: [], sentence: 'nobody waited' });
  });
});
