import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';

interface Results {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

const results = readResults(argv[2] ?? '');
// A file that cannot even be loaded has no failed test in it, and is a failure all the same.
const brokenFiles = results.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
).length;
const failed = results.numFailedTests + brokenFiles;
stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function readResults(path: string): Results {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
}
