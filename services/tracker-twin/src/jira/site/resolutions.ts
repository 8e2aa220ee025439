import type { StateType } from '../../company/team.ts';

export interface Resolution {
  readonly id: string;
  readonly name: string;
}

const DONE = { id: '10000', name: 'Done' };
const WONT_DO = { id: '10001', name: "Won't Do" };
const DUPLICATE = { id: '10002', name: 'Duplicate' };

export const RESOLUTIONS: readonly Resolution[] = [DONE, WONT_DO, DUPLICATE];

/** How something that is done was settled; null while it is open. */
export function resolutionOf(type: StateType): Resolution | null {
  if (type === 'completed') return DONE;
  if (type === 'canceled') return WONT_DO;
  return type === 'duplicate' ? DUPLICATE : null;
}
