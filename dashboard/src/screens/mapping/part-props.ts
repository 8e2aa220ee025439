import type { MappingPreview } from '@speedtax/contract';
import type { Draft } from './draft.ts';

/** What every part of the page about a mapping is given. */
export interface PartProps {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  /** What would come of the draft. */
  outcome: MappingPreview;
  /** What came of what is saved: the order of rows, which must not jump while one chooses. */
  shown: MappingPreview;
}
