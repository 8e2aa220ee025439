import type { CompanyIds, InitiativeVerdict } from '@speedtax/domain';
import type { Insertable } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DerivedKey } from './derived-key.ts';

export function* verdictRows(
  derived: DerivedKey,
  ids: CompanyIds,
  verdicts: readonly InitiativeVerdict[],
): Generator<Insertable<Tables['initiative_verdict']>> {
  for (const [k, verdict] of verdicts.entries()) {
    yield {
      ...derived,
      initiative_id: ids.initiatives[k] as string,
      ownership: verdict.ownership,
      accountable_ids: verdict.accountable.map((person) => ids.people[person] as string),
      owner_span: verdict.ownerSpan,
      single_threaded: verdict.singleThreaded,
      issues: verdict.issues,
      open_issues: verdict.openIssues,
    };
  }
}

export function* blockerRows(
  derived: DerivedKey,
  ids: CompanyIds,
  verdicts: readonly InitiativeVerdict[],
): Generator<Insertable<Tables['initiative_blocker']>> {
  for (const [k, verdict] of verdicts.entries()) {
    for (const blocker of verdict.blockers) {
      yield {
        ...derived,
        initiative_id: ids.initiatives[k] as string,
        blocker_issue_id: ids.issues.at(blocker.issue) as string,
        is_external: blocker.external,
        since_at: new Date(blocker.since),
        blocked_issue_ids: blocker.blockedIssues.map((issue) => ids.issues.at(issue) as string),
      };
    }
  }
}

export function* deadlockRows(
  derived: DerivedKey,
  ids: CompanyIds,
  deadlocks: readonly (readonly number[])[],
): Generator<Insertable<Tables['deadlock']>> {
  for (const [k, issues] of deadlocks.entries()) {
    for (const issue of issues) yield { ...derived, deadlock_no: k + 1, issue_id: ids.issues.at(issue) as string };
  }
}
