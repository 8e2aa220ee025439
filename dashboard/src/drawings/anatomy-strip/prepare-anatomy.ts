import type { PairTax } from '@speedtax/contract';
import { formatExactMs, formatIssueDays } from '../../words/duration.ts';
import { formatShare } from '../../words/share.ts';
import type { Hatch } from '../hatch/hatches.tsx';
import { percent, type Stretch } from '../scale/percent.ts';

export interface AnatomyPart {
  name: 'unaccepted' | 'queued' | 'in work';
  hatch: Hatch;
  stretch: Stretch;
  share: string;
  duration: string;
  exact: string;
  /** What it calls for. */
  meaning: string;
}

export interface Anatomy {
  parts: AnatomyPart[];
  /** The strip read aloud. */
  sentence: string;
}

const meanings = {
  unaccepted: 'the blocker is in triage or backlog: escalate',
  queued: 'the blocker is accepted but not begun: re-rank',
  'in work': 'the blocker is being worked on: help',
} as const;

/** What the blocking team does about a wait, as three parts of one bar; no parts where nobody waited. */
export function prepareAnatomy(anatomy: PairTax['anatomy']): Anatomy {
  const wholeMs = anatomy.unacceptedMs + anatomy.queuedMs + anatomy.inWorkMs;
  const named = [
    { name: 'unaccepted', hatch: 'hollow', ms: anatomy.unacceptedMs, beforeMs: 0 },
    { name: 'queued', hatch: 'light', ms: anatomy.queuedMs, beforeMs: anatomy.unacceptedMs },
    { name: 'in work', hatch: 'dense', ms: anatomy.inWorkMs, beforeMs: anatomy.unacceptedMs + anatomy.queuedMs },
  ] as const;
  const parts = named.flatMap(({ name, hatch, ms, beforeMs }) => {
    if (ms === 0) return [];
    const stretch = { x: percent(beforeMs, wholeMs), width: percent(ms, wholeMs) };
    return [
      {
        name,
        hatch,
        stretch,
        share: formatShare(ms / wholeMs),
        duration: formatIssueDays(ms),
        exact: formatExactMs(ms),
        meaning: meanings[name],
      },
    ];
  });
  const sentence = parts.length === 0 ? 'nobody waited' : parts.map((part) => `${part.name} ${part.share}`).join(', ');
  return { parts, sentence };
}
