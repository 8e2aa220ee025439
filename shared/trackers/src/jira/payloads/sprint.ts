import { z } from 'zod';
import { jiraId, maybeInstant, maybeText } from './scalars.ts';

const sprintObject = z.object({
  id: jiraId,
  name: maybeText,
  /** `future`, `active` or `closed`, in capitals on servers. */
  state: maybeText,
  boardId: jiraId.nullish().catch(null),
  originBoardId: jiraId.nullish().catch(null),
  rapidViewId: jiraId.nullish().catch(null),
  startDate: maybeInstant,
  endDate: maybeInstant,
  completeDate: maybeInstant,
  activatedDate: maybeInstant,
});

/** A sprint as boards give it and as issues name it; old servers print a Java object. */
export const sprintPayload = z.preprocess(
  (value) => (typeof value === 'string' ? readDump(value) : value),
  sprintObject.transform(({ boardId, originBoardId, rapidViewId, state, activatedDate, startDate, ...rest }) => ({
    ...rest,
    state: state?.toLowerCase() ?? null,
    boardId: originBoardId ?? boardId ?? rapidViewId ?? null,
    /** When somebody started it; while it is `future`, when it is planned to. */
    startDate: activatedDate ?? startDate,
  })),
);
export type SprintPayload = z.infer<typeof sprintPayload>;

/**
 * `com.atlassian.greenhopper.service.sprint.Sprint@1f2[id=7,state=CLOSED,name=One, two,startDate=…,completeDate=<null>]`.
 * Names may hold commas, so a value goes on until the next `,word=`.
 */
function readDump(dump: string): Record<string, string> | string {
  const inside = /\[(.*)\]$/s.exec(dump)?.[1];
  if (inside === undefined) return dump;
  const values: Record<string, string> = {};
  for (const [, key, value] of inside.matchAll(/(?:^|,)(\w+)=(.*?)(?=,\w+=|$)/gs)) {
    if (key !== undefined && value !== undefined && value !== '<null>') values[key] = value;
  }
  return values;
}
