import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { loadEngine, loadStories } from './load-stories.ts';
import { type Story, stories } from './story-book.ts';

/** A mutant that is run through this many times as often as its original runs for ever. */
const longestRun = 10;
const hitsMinimum = 100_000;
const reading = 'reading';

/**
 * Tells the stories of the engine one after another in Stryker's own process: they need no server, no isolation and no restart
 * between two mutants, and are told in milliseconds. Stryker's runner for Vitest takes a second for each mutant, and a process for
 * each endless loop; otherwise it says the same.
 */
class StoryRunner implements TestRunner {
  /** What Stryker's changes to the code ask: which of them is on, and how often it was asked. */
  readonly #context: { [Key in keyof InstrumenterContext]: InstrumenterContext[Key] | undefined } = {};

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: this.#context });
  }

  async dryRun(): Promise<DryRunResult> {
    await loadEngine();
    // Companies and clocks that stories share are made while they are read: that tests nothing.
    this.#context.currentTestId = reading;
    await loadStories();
    const tests: TestResult[] = [];
    for (const story of stories) {
      this.#context.currentTestId = story.id;
      tests.push(await tell(story));
    }
    this.#context.currentTestId = undefined;
    const { mutantCoverage } = this.#context;
    delete mutantCoverage?.perTest[reading];
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit = 0 }: MutantRunOptions): Promise<MutantRunResult> {
    this.#context.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    if (stories.length === 0) {
      await loadEngine();
      await loadStories();
    }
    this.#context.activeMutant = activeMutant.id;
    // Stryker allows a hundred times what all stories together need.
    this.#context.hitLimit = Math.max(hitsMinimum, (hitLimit / 100) * longestRun);
    const tests: TestResult[] = [];
    for (const story of stories) {
      if (testFilter && !testFilter.includes(story.id)) continue;
      this.#context.hitCount = 0;
      tests.push(await tell(story));
      const endless = determineHitLimitReached(this.#context.hitCount, this.#context.hitLimit);
      if (endless) return toMutantRunResult(endless);
      if (tests.at(-1)?.status === TestStatus.Failed) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }
}

async function tell({ id, act }: Story): Promise<TestResult> {
  const startedAt = performance.now();
  const told = (): { id: string; name: string; timeSpentMs: number } => ({ id, name: id, timeSpentMs: performance.now() - startedAt });
  try {
    await act();
    return { ...told(), status: TestStatus.Success };
  } catch (error) {
    return { ...told(), status: TestStatus.Failed, failureMessage: String(error) };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'stories', StoryRunner)];
