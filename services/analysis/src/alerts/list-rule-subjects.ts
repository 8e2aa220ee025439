import type { AlertKind } from '@speedtax/domain';
import type { AlertRuleRow, WatchedSubject } from '@speedtax/storage/alerts';

/** What a rule of the whole organization looks at: one figure of teams, the others of initiatives. */
const subjectKindOf = (kind: AlertKind) => (kind === 'team_tax' ? 'team' : 'initiative');

/** What a rule looks at. Of two of a kind the nearer one counts: nobody is told the same twice. */
export function listRuleSubjects(
  rule: Pick<AlertRuleRow, 'kind' | 'subject_id'>,
  rules: readonly Pick<AlertRuleRow, 'kind' | 'subject_id'>[],
  subjects: readonly WatchedSubject[],
): WatchedSubject[] {
  if (rule.subject_id !== null) return subjects.filter(({ id }) => id === rule.subject_id);
  const hasOwn = new Set(rules.filter((other) => other.kind === rule.kind).map((other) => other.subject_id));
  return subjects.filter(({ kind, id }) => kind === subjectKindOf(rule.kind) && !hasOwn.has(id));
}
