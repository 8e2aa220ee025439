import { Script } from 'node:vm';
import { type TestResult, TestStatus } from '@stryker-mutator/api/test-runner';
import type { Story } from './story-book.ts';

export type Told = TestResult & { readonly isEndless: boolean };

const tellingsMaximum = 8;
const actNow = new Script('actNow()');

/**
 * Tells a story, for as long as `allowedMs` of this thread's own processor time, so that a busy machine condemns no mutant: one that
 * the clock interrupts before is told again, and given twice as long. What runs on is endless.
 */
export function tellStory({ id, act }: Story, allowedMs: number): Told {
  for (let telling = 1, timeout = Math.ceil(allowedMs); ; telling++, timeout *= 2) {
    const startedAt = process.threadCpuUsage();
    const told = () => ({ id, name: id, timeSpentMs: spentSince(startedAt), isEndless: false });
    try {
      Object.assign(globalThis, { actNow: act });
      actNow.runInThisContext({ timeout });
      return { ...told(), status: TestStatus.Success };
    } catch (error) {
      const failed = { ...told(), status: TestStatus.Failed, failureMessage: String(error) } as const;
      if (!isInterruption(error)) return failed;
      if (failed.timeSpentMs >= allowedMs || telling === tellingsMaximum) return { ...failed, isEndless: true };
    }
  }
}

function spentSince(startedAt: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(startedAt);
  return (user + system) / 1000;
}

const isInterruption = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
