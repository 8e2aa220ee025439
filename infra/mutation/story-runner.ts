import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { loadEngine, loadStories } from './load-stories.ts';
import { type Story, stories } from './story-book.ts';
import { type Told, tellStory } from './tell-story.ts';

/** A mutant that is run through this many times as often as its original runs for ever. */
const longestRun = 10;
const hitsMinimum = 100_000;
/** A story may take ten times what it took before anything was changed, and this much more; or this long, where nobody has seen it. */
const sparedMs = 1000;
const unseenMs = 30_000;
const reading = 'reading';

/**
 * Tells the stories of the engine one after another in Stryker's own process: they need no server, no isolation and no restart
 * between two mutants, and are told in milliseconds. Stryker's runner for Vitest takes a second for each mutant, and a process for
 * each endless loop; otherwise it says the same.
 */
class StoryRunner implements TestRunner {
  /** What Stryker's changes to the code ask: which of them is on, and how often it was asked. */
  readonly #context: { [Key in keyof InstrumenterContext]: InstrumenterContext[Key] | undefined } = {};
  readonly #usualMs = new Map<string, number>();

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
      const told = tellStory(story, unseenMs);
      this.#usualMs.set(story.id, told.timeSpentMs);
      tests.push(told);
    }
    this.#context.currentTestId = undefined;
    const { mutantCoverage } = this.#context;
    delete mutantCoverage?.perTest[reading];
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit = 0 }: MutantRunOptions): Promise<MutantRunResult> {
    this.#context.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    if (stories.length === 0) {
      try {
        await loadEngine();
        await loadStories();
      } catch (error) {
        return { status: MutantRunStatus.Killed, killedBy: [], nrOfTests: 0, failureMessage: `cannot be read: ${error}` };
      }
    }
    this.#context.activeMutant = activeMutant.id;
    // Stryker allows a hundred times what all stories together need.
    this.#context.hitLimit = Math.max(hitsMinimum, (hitLimit / 100) * longestRun);
    const tests: Told[] = [];
    // The quickest first: most changes are noticed by a small story.
    const usualMsOf = ({ id }: Story) => this.#usualMs.get(id) ?? 0;
    for (const story of stories.toSorted((a, b) => usualMsOf(a) - usualMsOf(b))) {
      if (testFilter && !testFilter.includes(story.id)) continue;
      this.#context.hitCount = 0;
      const usualMs = this.#usualMs.get(story.id);
      const allowedMs = usualMs === undefined ? unseenMs : usualMs * longestRun + sparedMs;
      const told = tellStory(story, allowedMs);
      const endless = determineHitLimitReached(this.#context.hitCount, this.#context.hitLimit);
      if (endless) return toMutantRunResult(endless);
      if (told.isEndless)
        return { status: MutantRunStatus.Timeout, reason: `More than ${Math.round(allowedMs)} ms of the processor: ${story.id}` };
      tests.push(told);
      if (told.status === TestStatus.Failed) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'stories', StoryRunner)];
