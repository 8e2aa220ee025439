import type { Step } from '@speedtax/domain';
import type { IssuePayload } from '../payloads/issue.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { sprintsOf } from '../site/read-custom.ts';
import { effectiveStatusId } from '../site/statuses/effective-status.ts';
import { saysNotDone } from '../site/statuses/status-category.ts';
import { listIn, statusIdIn } from './change-item.ts';
import type { DatedItem } from './order-entries.ts';
import { type Life, replayField, replaySet, unpackSet, type Value } from './replay-field.ts';
import { combineSteps, valueAt } from './step-at.ts';

/** A status that a change does not tell is taken to have been the one it does. */
export function replayStatus(
  site: JiraSite,
  items: readonly DatedItem[],
  issue: IssuePayload,
  project: readonly Step<Value>[],
  life: Life,
): Step<string>[] {
  const { fields } = issue;
  const statusId = replayField(
    items,
    'status',
    ({ from, fromText, to, toText }) => {
      const [before, after] = [statusIdIn(site, from, fromText), statusIdIn(site, to, toText)];
      return [before ?? after, after ?? before];
    },
    fields.status.id,
    life,
  );
  const notDone = replayField(
    items,
    'resolution',
    ({ fromText, toText }) => [asValue(isNotDone(fromText)), asValue(isNotDone(toText))],
    asValue(saysNotDone(fields.resolution)),
    life,
  );
  const sprints = replaySet(
    items,
    'sprint',
    ({ from, to }) => ({ out: listIn(from), in: listIn(to) }),
    sprintsOf(issue, site.fields).map(({ id }) => id),
    life,
  );
  const begins = sprints
    .flatMap(({ value }) => unpackSet(value).map((id) => site.sprints.get(id)?.begunAt ?? null))
    .filter((at) => at !== null);
  const instants = [...[...statusId, ...notDone, ...sprints, ...project].map(({ at }) => at), ...begins];
  return combineSteps(instants, life.createdAt, (at) => {
    const circumstances = {
      statusId: valueAt(statusId, at) ?? fields.status.id,
      projectId: valueAt(project, at) ?? fields.project.id,
      sprintIds: unpackSet(valueAt(sprints, at)),
      saysNotDone: valueAt(notDone, at) !== null,
    };
    return effectiveStatusId(site, circumstances, at);
  });
}

function asValue(isTrue: boolean): Value {
  return isTrue ? 'yes' : null;
}

function isNotDone(resolution: string | null): boolean {
  return resolution !== null && saysNotDone({ name: resolution });
}
