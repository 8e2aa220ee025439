import type { Initiative } from '@speedtax/contract';

type Asked = Pick<Initiative, 'accountable' | 'inPlayMs'>;

/** Why the resource control of an initiative is not known, where it is not: never as if it were none. */
export function sayUnknownControl({ accountable, inPlayMs }: Asked): string {
  if (accountable.length === 0) return 'nobody is accountable';
  if (accountable.length > 1) return 'several are accountable';
  if (inPlayMs === 0) return 'nothing was in play';
  return "the owner's teams are not known";
}
