import { dayMs } from '../clock/organization-clock.ts';

/** What to do about a dependency: take the asking out of it, agree on a date, live with it; or look closer. */
export const dependencyKinds = ['offer_interface', 'schedule', 'accept', 'unclear'] as const;
export type DependencyKind = (typeof dependencyKinds)[number];

/** Below this many waits there is no pattern: each is a one-off that a date agreed in advance would have taken care of. */
export const patternWaitsMinimum = 4;
/** The same theme again and again: behind at least so many waits, and this share of them. */
export const sameThemeWaitsMinimum = 3;
export const sameThemeShare = 0.5;
/** Review-like: somebody is at it for most of the time, and it is over soon. Taking it apart would save little. */
export const acceptInWorkShare = 2 / 3;
export const acceptMedianMs = 2 * dayMs;
/** A label carried by more teams than this, and by more than half of all, names a kind of work and not a component. */
export const componentTeamsMaximum = 2;

/** What the blocking issues of several waits have in common. */
export interface DependencyTheme {
  readonly kind: 'label' | 'project';
  readonly name: string;
  /** Waits behind which there was such a blocking issue. */
  readonly waits: number;
  /** How many teams have issues of this theme; null where that says nothing. */
  readonly teams: number | null;
}

/** The waits of one team on another in a window. */
export interface DependencyEvidence {
  /** A wait: one issue blocked by the other team without a break. */
  readonly waits: number;
  readonly medianMs: number;
  readonly unacceptedMs: number;
  readonly queuedMs: number;
  readonly inWorkMs: number;
  readonly themes: readonly DependencyTheme[];
  /** Of the whole company. */
  readonly teamCount: number;
}

export interface DependencyDescription {
  readonly kind: DependencyKind;
  /** What comes again and again; null where nothing does. */
  readonly theme: DependencyTheme | null;
}

export function describeDependency(evidence: DependencyEvidence): DependencyDescription {
  const theme = findTheme(evidence);
  if (evidence.waits < patternWaitsMinimum) return { kind: 'schedule', theme: null };
  if (isReviewLike(evidence)) return { kind: 'accept', theme };
  return { kind: theme === null ? 'unclear' : 'offer_interface', theme };
}

function isReviewLike({ medianMs, unacceptedMs, queuedMs, inWorkMs }: DependencyEvidence): boolean {
  const waitingMs = unacceptedMs + queuedMs + inWorkMs;
  return medianMs <= acceptMedianMs && waitingMs > 0 && inWorkMs / waitingMs >= acceptInWorkShare;
}

/** The commonest theme; of equally common ones a label, then the first by name. */
function findTheme({ waits, themes, teamCount }: DependencyEvidence): DependencyTheme | null {
  const repeated = themes.filter((theme) => theme.waits >= sameThemeWaitsMinimum && theme.waits / waits >= sameThemeShare);
  const telling = repeated.filter(({ teams }) => teams === null || teams <= Math.max(componentTeamsMaximum, teamCount / 2));
  const [first] = telling.sort(
    (a, b) => b.waits - a.waits || Number(a.kind === 'project') - Number(b.kind === 'project') || (a.name < b.name ? -1 : 1),
  );
  return first ?? null;
}
