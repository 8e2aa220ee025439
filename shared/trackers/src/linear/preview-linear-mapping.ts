import type { MappingPreview } from '../connection-mapping.ts';
import type { KeptItem } from '../tracker.ts';
import { applyStatusChoices, type LinearMapping } from './linear-mapping.ts';
import { linearPlan } from './linear-plan.ts';

/** The statuses of a workspace as a mapping has them: the rest of it is not to be chosen. */
export function previewLinearMapping(connectionId: string, words: readonly KeptItem[], mapping: LinearMapping): MappingPreview {
  const phase = linearPlan.find(({ name }) => name === 'statuses');
  const statuses = words
    .flatMap(({ payload }) => applyStatusChoices(phase?.map(payload, connectionId) ?? { rows: {} }, mapping).rows.workflow_status ?? [])
    .map(({ external_id, name, category }) => ({
      id: external_id,
      name,
      category,
      isDecided: mapping.statuses[external_id] !== undefined,
      issues: 0,
    }))
    .sort((a, b) => Number(a.category !== null) - Number(b.category !== null) || (a.name < b.name ? -1 : 1));
  return { issues: 0, projects: 0, teams: [], statuses, linkTypes: [], levels: [], initiativeLevel: null };
}
