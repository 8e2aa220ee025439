import type { schema } from '@stryker-mutator/api/core';
import { describe, expect, it } from 'vitest';
import { deriveFolderScores, presentFolderScores, scoreOf } from './folder-scores.ts';

const location = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

function fileOf(...told: [status: schema.MutantStatus, statusReason?: string][]): schema.FileResult {
  const mutants = told.map(([status, statusReason], at) => ({
    id: `${at}`,
    mutatorName: 'any',
    location,
    status,
    ...(statusReason && { statusReason }),
  }));
  return { language: 'typescript', source: '', mutants };
}

describe('the table of a mutation run', () => {
  const files = {
    'shared/domain/src/waiting/links.ts': fileOf(['Killed'], ['Survived'], ['RuntimeError'], ['Ignored']),
    'shared/domain/src/waiting/definition.ts': fileOf(['NoCoverage']),
    'shared/domain/src/clock/working-time.ts': fileOf(['Killed'], ['Timeout', 'Hit limit reached'], ['Timeout']),
  };

  it('counts by folder, and all at last, what could be judged', () => {
    expect(deriveFolderScores({ files })).toEqual([
      { folder: 'clock', killed: 1, endless: 1, survived: 0, untold: 0, stopped: 1 },
      { folder: 'waiting', killed: 1, endless: 0, survived: 1, untold: 1, stopped: 0 },
      { folder: 'all', killed: 2, endless: 1, survived: 1, untold: 1, stopped: 1 },
    ]);
  });

  it('takes what only the clock ended for not noticed, and rounds nothing up', () => {
    // 2 of 3, 1 of 3, 3 of 6.
    expect(deriveFolderScores({ files }).map(scoreOf)).toEqual([66.6, 33.3, 50]);
  });

  it('is one of Markdown', () => {
    expect(presentFolderScores(deriveFolderScores({ files })).split('\n').slice(2)).toEqual([
      '| clock | 3 | 1 | 1 | 0 | 0 | 1 | 66.6 |',
      '| waiting | 3 | 1 | 0 | 1 | 1 | 0 | 33.3 |',
      '| all | 6 | 2 | 1 | 1 | 1 | 1 | 50.0 |',
    ]);
  });
});
