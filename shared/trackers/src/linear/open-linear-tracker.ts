import type { TrackerAccess } from '../open-tracker.ts';
import { externalIdOf, type PageRequest, type Phase, type Tracker } from '../tracker.ts';
import { fetchItems } from './fetch-items.ts';
import { openLinearClient } from './linear-client.ts';
import { readLinearCredentials, writeLinearCredentials } from './linear-credentials.ts';
import { applyStatusChoices, linearMapping } from './linear-mapping.ts';
import type { LinearPhase } from './linear-phase.ts';
import { linearPlan } from './linear-plan.ts';
import { openLinearSession } from './linear-session.ts';
import { makeRateBudget } from './rate-budget.ts';
import { withoutTexts } from './without-texts.ts';

/** Linear tells all there is to know of an item with the item. */
export function openLinearTracker(access: TrackerAccess): Tracker {
  const { connectionId, baseUrl, credentials, mapping, fetch, signal, now } = access;
  const budget = makeRateBudget(now);
  const choices = linearMapping.parse(mapping ?? {});
  const authorize = openLinearSession(readLinearCredentials(credentials), {
    fetch,
    signal,
    now,
    storeCredentials: (renewed) => access.storeCredentials(writeLinearCredentials(renewed)),
  });
  const client = openLinearClient({ authorize, apiUrl: baseUrl, fetch, signal, budget, now });
  return {
    plan: access.hasOthers ? linearPlan : linearPlan.filter(({ name }) => name !== 'attachments'),
    fetchPage(phase, request) {
      const { phase: own, variables } = readRequest(phase, request);
      return fetchItems(client, own, variables).then(withoutTexts);
    },
    learn: () => ({ kept: [], mapped: { rows: {} } }),
    map: (phase, item) => applyStatusChoices(definitionOf(phase).map(item, connectionId), choices),
    mapAll: () => ({ rows: {} }),
    keep(phase, item) {
      const [kind] = phase.keeps;
      const externalId = externalIdOf(item);
      return kind === undefined || externalId === undefined ? null : { kind, externalId };
    },
    // Everything else the workspace says itself.
    digest: (phase) => (phase.name === 'statuses' ? JSON.stringify(Object.entries(choices.statuses).sort()) : null),
    requests: client.requests,
    clockSkewMs: client.clockSkewMs,
    budgetLeft: budget.left,
  };
}

/** Sizes are the caller's, documents ours. */
function definitionOf({ name, pageSize, nestedSize }: Phase): LinearPhase {
  const own = linearPlan.find((phase) => phase.name === name);
  if (!own) throw new Error(`Phase ${name}: expected one of Linear's (${linearPlan.map((phase) => phase.name).join(', ')})`);
  return { ...own, pageSize, ...(nestedSize !== undefined && { nestedSize }) };
}

function readRequest(phase: Phase, request: PageRequest): { phase: LinearPhase; variables: Record<string, unknown> } {
  const own = definitionOf(phase);
  if ('ids' in request) {
    const { ids } = request;
    return { phase: own.byIds ? { ...own, query: own.byIds } : own, variables: { ids, first: ids.length } };
  }
  if (!('order' in request)) return { phase: own, variables: request };
  if (!own.byChange) throw new Error(`Phase ${own.name}: Linear does not tell it in the order of changes`);
  return { phase: { ...own, query: own.byChange }, variables: { after: request.after } };
}
