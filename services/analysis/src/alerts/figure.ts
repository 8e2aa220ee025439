import type { Edge } from '@speedtax/domain';

/** What a rule compares with its level, and the dependencies that a message about it names. */
export interface Figure {
  readonly value: number;
  readonly edges: readonly Edge[];
}

export const noFigure: Figure = { value: 0, edges: [] };
