import type { Analysis, DailySumColumns, SumSubject } from '../analysis/analysis.ts';
import type { Company } from '../facts/company.ts';
import { addExact, type ExactMs, exactOf, exactZero, isZero, subtractExact } from './exact-ms.ts';
import { type ToldRows, tellRows } from './told-rows.ts';

/** An analysis, and of which company. */
export interface Analyzed {
  readonly company: Company;
  readonly analysis: Analysis;
}

export interface RowDifference<R> {
  readonly gone: readonly R[];
  readonly come: readonly R[];
}

/** By how much the sums of a day differ. Ids name the subject; `bId` is null where it has one part. */
export interface SumDifference {
  readonly subject: SumSubject;
  readonly aId: string;
  readonly bId: string | null;
  readonly day: number;
  /** In the order of `measuresOf`. */
  readonly values: readonly ExactMs[];
}

/** By how much an open sum differs; see `OpenSumColumns`. */
export interface OpenSumDifference {
  readonly subject: SumSubject;
  readonly aId: string;
  readonly bId: string | null;
  readonly measure: number;
  readonly sinceDay: number;
  readonly weight: ExactMs;
  readonly offset: ExactMs;
}

/** What an initiative's play gains and loses, and how many more issues it has. */
export interface InitiativeDifference {
  readonly initiativeId: string;
  readonly gone: readonly number[];
  readonly come: readonly number[];
  readonly issues: number;
  readonly openIssues: number;
}

/** What must change in what was derived of a company for it to follow from its facts again. */
export interface AnalysisDifference {
  readonly rows: { readonly [K in keyof ToldRows]: RowDifference<ToldRows[K][number]> };
  readonly sums: readonly SumDifference[];
  readonly openSums: readonly OpenSumDifference[];
  readonly initiatives: readonly InitiativeDifference[];
}

/** Of these the sums of a whole are the sums of its parts; those of initiatives follow from their play. */
const additive: readonly SumSubject[] = ['team', 'pair', 'initiativeTeam', 'initiativeFlag'];

/**
 * What differs between two analyses. Of companies that have been cut out of larger ones, as reached by a change, it is what differs
 * between the larger ones.
 * @throws InexactSumError
 */
export function deriveDifference(before: Analyzed, after: Analyzed): AnalysisDifference {
  const was = tellRows(before.company, before.analysis);
  const is = tellRows(after.company, after.analysis);
  return {
    rows: {
      waits: differenceOf(was.waits, is.waits),
      episodes: differenceOf(was.episodes, is.episodes),
      completions: differenceOf(was.completions, is.completions),
      startedSpans: differenceOf(was.startedSpans, is.startedSpans),
      flagged: differenceOf(was.flagged, is.flagged),
      blockers: differenceOf(was.blockers, is.blockers),
      deadlocks: differenceOf(was.deadlocks, is.deadlocks),
    },
    sums: additive.flatMap((subject) => subtractSums(subject, before, after)),
    openSums: additive.flatMap((subject) => subtractOpenSums(subject, before, after)),
    initiatives: subtractInitiatives(before, after),
  };
}

function differenceOf<R extends object>(was: readonly R[], is: readonly R[]): RowDifference<R> {
  // An infinite end is written as null: no row has an end that is null.
  const nameOf = (row: R): string => JSON.stringify(row);
  const [former, present] = [new Set(was.map(nameOf)), new Set(is.map(nameOf))];
  return { gone: was.filter((row) => !present.has(nameOf(row))), come: is.filter((row) => !former.has(nameOf(row))) };
}

function subtractSums(subject: SumSubject, before: Analyzed, after: Analyzed): SumDifference[] {
  const [was, is] = [before.analysis.sums[subject], after.analysis.sums[subject]];
  const keyOf = ({ company }: Analyzed, { a, b, day }: DailySumColumns, row: number): string =>
    `${subjectOf(company, subject, a[row]!, b[row]!).join(' ')} ${day[row]}`;
  const formerRow = new Map<string, number>();
  for (let row = 0; row < was.count; row++) formerRow.set(keyOf(before, was, row), row);
  const found: SumDifference[] = [];
  const add = ({ company }: Analyzed, { a, b, day }: DailySumColumns, row: number, values: readonly ExactMs[]): void => {
    if (values.every(isZero)) return;
    const [aId, bId] = subjectOf(company, subject, a[row]!, b[row]!);
    found.push({ subject, aId, bId, day: day[row]!, values });
  };
  for (let row = 0; row < is.count; row++) {
    const key = keyOf(after, is, row);
    const former = formerRow.get(key);
    formerRow.delete(key);
    // Most days of what is reached are as they were: they need not be known exactly.
    if (former !== undefined && is.values.every((column, m) => column[row] === was.values[m]![former])) continue;
    const formerly = (m: number): ExactMs => (former === undefined ? exactZero : exactOf(was.values[m]![former]!));
    add(
      after,
      is,
      row,
      is.values.map((column, m) => subtractExact(exactOf(column[row]!), formerly(m))),
    );
  }
  for (const row of formerRow.values())
    add(
      before,
      was,
      row,
      was.values.map((column) => subtractExact(exactZero, exactOf(column[row]!))),
    );
  return found;
}

function subtractOpenSums(subject: SumSubject, before: Analyzed, after: Analyzed): OpenSumDifference[] {
  const found = new Map<string, { aId: string; bId: string | null; measure: number; sinceDay: number; weight: ExactMs; offset: ExactMs }>();
  const addUp = ({ company, analysis }: Analyzed, combine: typeof addExact): void => {
    const { count, sinceDay, a, b, measure, weight, offsetMs } = analysis.openSums[subject];
    for (let row = 0; row < count; row++) {
      const [aId, bId] = subjectOf(company, subject, a[row]!, b[row]!);
      const key = `${aId} ${bId} ${measure[row]} ${sinceDay[row]}`;
      const none = { aId, bId, measure: measure[row]!, sinceDay: sinceDay[row]!, weight: exactZero, offset: exactZero };
      const sum = found.get(key) ?? none;
      found.set(key, { ...sum, weight: combine(sum.weight, exactOf(weight[row]!)), offset: combine(sum.offset, exactOf(offsetMs[row]!)) });
    }
  };
  addUp(after, addExact);
  addUp(before, subtractExact);
  return [...found.values()].filter(({ weight, offset }) => !isZero(weight) || !isZero(offset)).map((sum) => ({ subject, ...sum }));
}

function subjectOf({ ids }: Company, subject: SumSubject, a: number, b: number): [aId: string, bId: string | null] {
  const isOfTeams = subject === 'team' || subject === 'pair';
  return [(isOfTeams ? ids.teams : ids.initiatives)[a]!, b === -1 ? null : ids.teams[b]!];
}

function subtractInitiatives(before: Analyzed, after: Analyzed): InitiativeDifference[] {
  const placeOf = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]));
  const [was, is] = [placeOf(before.company.ids.initiatives), placeOf(after.company.ids.initiatives)];
  const playOf = ({ analysis: { plays } }: Analyzed, place: number | undefined): Float64Array =>
    place === undefined ? new Float64Array(0) : plays.event.subarray(plays.offset[place]!, plays.offset[place + 1]!);
  const countsOf = ({ analysis }: Analyzed, place: number | undefined) => analysis.initiatives[place ?? -1] ?? { issues: 0, openIssues: 0 };
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((initiativeId) => {
      const [former, present] = [was.get(initiativeId), is.get(initiativeId)];
      return {
        initiativeId,
        ...subtractSorted(playOf(before, former), playOf(after, present)),
        issues: countsOf(after, present).issues - countsOf(before, former).issues,
        openIssues: countsOf(after, present).openIssues - countsOf(before, former).openIssues,
      };
    })
    .filter(({ gone, come, issues, openIssues }) => gone.length > 0 || come.length > 0 || issues !== 0 || openIssues !== 0);
}

/** Both ascending; a value that is there twice counts twice. */
function subtractSorted(was: Float64Array, is: Float64Array): { gone: number[]; come: number[] } {
  const [gone, come]: number[][] = [[], []] as [number[], number[]];
  for (let w = 0, i = 0; w < was.length || i < is.length; ) {
    const [former, present] = [was[w] ?? Infinity, is[i] ?? Infinity];
    if (former === present) [w, i] = [w + 1, i + 1];
    else if (former < present) gone.push(was[w++]!);
    else come.push(is[i++]!);
  }
  return { gone, come };
}
