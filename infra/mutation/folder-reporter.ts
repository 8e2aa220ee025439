import type { schema } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import type { Reporter } from '@stryker-mutator/api/report';
import { deriveFolderScores, presentFolderScores } from './folder-scores.ts';

/** Prints what stands in docs/mutation.md. */
class FolderReporter implements Reporter {
  onMutationTestReportReady(report: Readonly<schema.MutationTestResult>): void {
    process.stdout.write(`\n${presentFolderScores(deriveFolderScores(report))}\n`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'folders', FolderReporter)];
