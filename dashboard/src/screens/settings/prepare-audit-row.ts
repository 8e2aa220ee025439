import type { AuditEntry } from '@speedtax/contract';

/** An entry in words: `member.invited` is "invited member", and its detail a list of what differs. */
export function prepareAuditRow({ action, detail }: AuditEntry): { did: string; detail: string } {
  const [subject = '', verb = ''] = action.split('.');
  return {
    did: `${verb} ${subject}`.replaceAll('_', ' '),
    detail: Object.entries(detail)
      .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', '),
  };
}
