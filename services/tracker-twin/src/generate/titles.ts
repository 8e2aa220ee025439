import type { Area } from './areas.ts';
import type { Random } from './random.ts';

export type WorkKind = 'feature' | 'bug' | 'chore' | 'request';

const FEATURES: Record<Area['kind'], readonly string[]> = {
  product: [
    'Add {thing} {where}',
    'Let merchants configure {thing}',
    'Show {thing} {where}',
    'Redesign {thing} {where}',
    'Support {thing} {where}',
    'Explain {thing} in the help panel',
    'Ship {thing} to the pilot shops',
    'Make {thing} work with keyboard only',
    'Prototype {thing} {where}',
    'Allow staff to undo changes to {thing}',
  ],
  platform: [
    'Make {thing} self-service',
    'Roll out {thing} to all services',
    'Version {thing}',
    'Document {thing} for teams',
    'Automate {thing}',
    'Second region for {thing}',
    'Reduce the cost of {thing}',
    'Add guard rails to {thing}',
  ],
  review: [
    'Checklist for {thing}',
    'Quarterly review: {thing}',
    'Policy for {thing}',
    'Train teams on {thing}',
    'Tabletop exercise: {thing}',
  ],
  data: [
    'Rebuild {thing} incrementally',
    'Add tests to {thing}',
    'Document {thing}',
    'Move {thing} to hourly runs',
    'Agree on the grain of {thing}',
    'Publish {thing} in the catalogue',
    'Track lineage of {thing}',
  ],
};
const BUGS = [
  '{Thing}: wrong result when {when}',
  '{Thing} fails when {when}',
  '{Thing} is slow when {when}',
  'Duplicate entries in {thing} when {when}',
  '{Thing} shows stale data when {when}',
  'Crash in {thing} when {when}',
  'Time-outs in {thing} when {when}',
] as const;
const CHORES = [
  'Remove the legacy code path of {thing}',
  'Add metrics and alerts for {thing}',
  'Move {thing} to the new API',
  'Load-test {thing} for the holiday season',
  'Write the runbook for {thing}',
  'Upgrade the libraries behind {thing}',
  'Cut flaky tests around {thing}',
  'Back-fill old records of {thing}',
] as const;
const REQUESTS: Record<Area['kind'], readonly string[]> = {
  product: ['Expose {thing} to {other}', 'Agree on the contract of {thing} with {other}', '{Thing}: endpoint for {other}'],
  platform: [
    'Provision {thing} for {other}',
    '{Thing}: capacity for {other}',
    'Extend {thing} so that {other} can use it',
    'Grant {other} access to {thing}',
  ],
  review: ['Review {thing} of {other}', 'Sign off {thing} for {other}', 'Assess {thing} before {other} releases'],
  data: ['Add {thing} for {other}', 'Publish {thing} to {other}', 'Back-fill {thing} for {other}'],
};
const WHERE = [
  'for multi-store merchants',
  'on slow connections',
  'in the admin',
  'for the Nordic launch',
  'on small screens',
  'for franchise shops',
  'in the merchant app',
  'for high-volume shops',
  'during sales events',
  'for shops with staff accounts',
  'behind a flag',
  'in the first-run guide',
] as const;
const WHEN = [
  'the basket has more than 50 lines',
  'the session has expired',
  'the currency has no decimals',
  'two people edit at once',
  'the shop is in another time zone',
  'the network drops half-way',
  'a product was deleted meanwhile',
  'the customer has no e-mail address',
  'prices include tax',
  'the clock changes for summer',
  'the discount is above the price',
  'the export has over 10,000 rows',
  'the shop was just migrated',
] as const;

/** A title that somebody of that area could have typed. */
export function makeTitle(area: Area, kind: WorkKind, random: Random, other: string): string {
  const pattern = random.pick(patternsOf(area, kind));
  const thing = random.pick(area.things);
  return pattern
    .replace('{thing}', thing)
    .replace('{Thing}', thing.charAt(0).toUpperCase() + thing.slice(1))
    .replace('{where}', random.pick(WHERE))
    .replace('{when}', random.pick(WHEN))
    .replace('{other}', other);
}

function patternsOf(area: Area, kind: WorkKind): readonly string[] {
  if (kind === 'request') return REQUESTS[area.kind];
  if (kind === 'bug') return BUGS;
  return kind === 'chore' ? CHORES : FEATURES[area.kind];
}
