import type { AlertRule } from '@speedtax/contract';
import type { AlertRuleRow } from '@speedtax/storage/alerts';

/** `nameOf`: of an initiative or team; undefined where it is gone. */
export function presentRule(row: AlertRuleRow, nameOf: (id: string) => string | undefined): AlertRule {
  const { subject_kind: kind, subject_id: id } = row;
  return {
    id: row.id,
    kind: row.kind,
    level: row.level,
    withinDays: row.within_days,
    subject: kind === null || id === null ? null : { kind, id, name: nameOf(id) ?? null },
    on: row.is_on,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  };
}
