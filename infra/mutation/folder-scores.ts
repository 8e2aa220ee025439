import type { schema } from '@stryker-mutator/api/core';

export interface FolderScore {
  readonly folder: string;
  /** Changes to the code that a story failed on. */
  readonly killed: number;
  /** Changes that made a story run on for ever, as counted in runs and in time of the processor. */
  readonly endless: number;
  /** Changes under which every story that goes through them was told as ever. */
  readonly survived: number;
  /** Changes that no story goes through. */
  readonly untold: number;
  /** Changes that only the clock ended: nobody knows whether a story would have noticed them, so they count as not noticed. */
  readonly stopped: number;
}

const statuses = { Killed: 'killed', Timeout: 'endless', Survived: 'survived', NoCoverage: 'untold' } as const;
const isCounted = (status: string): status is keyof typeof statuses => status in statuses;
const none = { killed: 0, endless: 0, survived: 0, untold: 0, stopped: 0 };

/** By folder of the engine, and at last all together. Changes that could not be judged, or were not to be, are left out. */
export function deriveFolderScores({ files }: Pick<schema.MutationTestResult, 'files'>): FolderScore[] {
  const scores = new Map<string, typeof none>();
  const all = { ...none };
  for (const [path, { mutants }] of Object.entries(files)) {
    const folder = path.replace(/^.*\/src\//, '').replace(/\/?[^/]*$/, '') || '.';
    for (const { status, statusReason } of mutants) {
      if (!isCounted(status)) continue;
      const score = scores.get(folder) ?? { ...none };
      const kind = status === 'Timeout' && !statusReason ? 'stopped' : statuses[status];
      score[kind]++;
      all[kind]++;
      scores.set(folder, score);
    }
  }
  const sorted = [...scores].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...sorted, ['all', all] as const].map(([folder, score]) => ({ folder, ...score }));
}

/** The share of changes that were noticed, in percent, cut to one decimal so that 90 means 90; NaN of none. */
export function scoreOf({ killed, endless, survived, untold, stopped }: FolderScore): number {
  return Math.floor((1000 * (killed + endless)) / (killed + endless + survived + untold + stopped)) / 10;
}

/** A table in Markdown. */
export function presentFolderScores(scores: readonly FolderScore[]): string {
  const rows = scores.map((score) => {
    const { folder, killed, endless, survived, untold, stopped } = score;
    const noticed = killed + endless;
    return `| ${[folder, noticed + survived + untold + stopped, killed, endless, survived, untold, stopped, scoreOf(score).toFixed(1)].join(' | ')} |`;
  });
  return [
    '| folder | changes | killed | endless | survived | untold | stopped | noticed, % |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}
