import { describe, expect, it } from 'vitest';
import { dayMs } from '../clock/organization-clock.ts';
import { type DependencyEvidence, type DependencyTheme, describeDependency } from './describe-dependency.ts';

const evidence = (some: Partial<DependencyEvidence>): DependencyEvidence => ({
  waits: 8,
  medianMs: 9 * dayMs,
  unacceptedMs: 40 * dayMs,
  queuedMs: 20 * dayMs,
  inWorkMs: 10 * dayMs,
  themes: [],
  teamCount: 10,
  ...some,
});
const label = (name: string, waits: number, teams = 1): DependencyTheme => ({ kind: 'label', name, waits, teams });
const project = (name: string, waits: number): DependencyTheme => ({ kind: 'project', name, waits, teams: null });
const reviewLike = { medianMs: 2 * dayMs, unacceptedMs: dayMs, queuedMs: 0, inWorkMs: 2 * dayMs };

describe('a dependency', () => {
  it('of few waits is a matter of scheduling, whatever they have in common', () => {
    expect(describeDependency(evidence({ waits: 3, themes: [label('Billing', 3)], ...reviewLike }))).toEqual({
      kind: 'schedule',
      theme: null,
    });
  });

  it('on the same component again and again wants an interface', () => {
    const theme = label('Billing', 4);
    expect(describeDependency(evidence({ themes: [label('Search', 2), theme] }))).toEqual({ kind: 'offer_interface', theme });
    expect(describeDependency(evidence({ themes: [label('Billing', 3)] }))).toEqual({ kind: 'unclear', theme: null });
    expect(describeDependency(evidence({ waits: 4, themes: [label('Billing', 2)] }))).toEqual({ kind: 'unclear', theme: null });
  });

  it('on the same project again and again wants one too; a label tells more than a project', () => {
    expect(describeDependency(evidence({ themes: [project('Checkout', 6)] }))).toEqual({
      kind: 'offer_interface',
      theme: project('Checkout', 6),
    });
    expect(describeDependency(evidence({ themes: [project('Checkout', 6), label('Billing', 6)] })).theme).toEqual(label('Billing', 6));
  });

  it('is about what most of its waits have in common; of as many a label, then the first by name', () => {
    const themeOf = (...themes: DependencyTheme[]) => describeDependency(evidence({ themes })).theme;
    expect(themeOf(label('Billing', 5), project('Checkout', 6))).toEqual(project('Checkout', 6));
    expect(themeOf(project('Checkout', 6), label('Billing', 5))).toEqual(project('Checkout', 6));
    expect(themeOf(label('Search', 5), label('Billing', 5))).toEqual(label('Billing', 5));
    expect(themeOf(label('Billing', 5), label('Search', 5))).toEqual(label('Billing', 5));
    expect(themeOf(project('Search', 5), project('Billing', 5))).toEqual(project('Billing', 5));
    expect(themeOf(project('Alpha', 5), label('Search', 5))).toEqual(label('Search', 5));
    expect(themeOf(label('Search', 5), project('Alpha', 5))).toEqual(label('Search', 5));
    expect(themeOf(project('Zulu', 5), label('Search', 5))).toEqual(label('Search', 5));
    expect(themeOf(label('Search', 5), project('Zulu', 5))).toEqual(label('Search', 5));
    expect(describeDependency(evidence({ waits: 6, themes: [label('Billing', 3)] })).kind).toBe('offer_interface');
  });

  it('has nothing in common in a label that most teams use: that is a kind of work', () => {
    expect(describeDependency(evidence({ themes: [label('Bug', 8, 6)] }))).toEqual({ kind: 'unclear', theme: null });
    expect(describeDependency(evidence({ themes: [label('Billing', 8, 5)] })).kind).toBe('offer_interface');
    // In a company of two, both may work on one component.
    expect(describeDependency(evidence({ themes: [label('Billing', 8, 2)], teamCount: 2 })).kind).toBe('offer_interface');
  });

  it('of short waits that somebody is at most of the time is like a review: accept it', () => {
    expect(describeDependency(evidence({ ...reviewLike, themes: [label('Billing', 8)] }))).toEqual({
      kind: 'accept',
      theme: label('Billing', 8),
    });
    expect(describeDependency(evidence({ ...reviewLike, medianMs: 2 * dayMs + 1 })).kind).toBe('unclear');
    expect(describeDependency(evidence({ ...reviewLike, unacceptedMs: dayMs + 1 })).kind).toBe('unclear');
    expect(describeDependency(evidence({ ...reviewLike, queuedMs: 1 })).kind).toBe('unclear');
    expect(describeDependency(evidence({ medianMs: 0, unacceptedMs: 0, queuedMs: 0, inWorkMs: 0 })).kind).toBe('unclear');
  });
});
