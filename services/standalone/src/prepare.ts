import { buildDashboard } from './dashboard-build.ts';

// Run by `npm ci`, so that the first start shows figures instead of building pages. Without it the start builds them itself.
try {
  await buildDashboard(new AbortController().signal);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nnpm start will try again.\n`);
}
