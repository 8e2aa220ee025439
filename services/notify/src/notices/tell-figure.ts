import type { AlertKind } from '@speedtax/domain';

interface Told {
  readonly kind: AlertKind;
  readonly within_days: number;
}

const counted = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;

/** What a rule measures, as it stands: "3 external blockers are open". */
export function tellFigure({ kind, within_days: days }: Told, value: number, ownership: string | null): string {
  const whole = Math.floor(value);
  switch (kind) {
    case 'external_blockers':
      return counted(whole, 'external blocker is open', 'external blockers are open');
    case 'blocker_rise':
      return value > 0
        ? `${whole} more external blockers than within the last ${counted(days, 'day', 'days')}`
        : 'external blockers no longer rise';
    case 'overdue_waits':
      return counted(whole, 'wait lasts longer than 85 % of such waits do', 'waits last longer than 85 % of such waits do');
    case 'stalled':
      return value > 0 ? `stalled for ${counted(whole, 'day', 'days')}` : 'no longer stalled';
    case 'ownership':
      return tellOwnership(value, ownership);
    case 'deadlock':
      return value > 0
        ? counted(whole, 'issue is caught in a circle of blockers', 'issues are caught in a circle of blockers')
        : 'no deadlock';
    case 'date_conflict':
      return counted(whole, 'blocker is due too late', 'blockers are due too late');
    case 'team_tax':
      return `a speed tax of ${Math.round(value * 10) / 10} % over ${counted(days, 'day', 'days')}`;
  }
}

function tellOwnership(value: number, ownership: string | null): string {
  if (value === 0) return 'one person is accountable';
  if (ownership === 'unowned') return 'nobody is accountable';
  if (ownership === 'diluted') return 'several people are accountable';
  return 'its owner is accountable for other initiatives too';
}
