import { endpoints } from '@speedtax/contract';
import { previewMapping } from '@speedtax/trackers';
import { checkChoices } from '../connections/check-choices.ts';
import { findMapping, findPreviewSource, isMappingApplied } from '../connections/find-mapping.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { presentMappingPreview } from '../present/present-mapping-preview.ts';

export const getConnectionMapping = route(endpoints.getConnectionMapping, async ({ params: { id }, principal }, { database }) => {
  const { organizationId } = principal;
  const found = await database.inOrganization(
    organizationId,
    async (trx) => {
      const row = await findMapping(trx, organizationId, id);
      if (!row) return undefined;
      return { row, source: await findPreviewSource(trx, organizationId, row), isApplied: await isMappingApplied(trx, organizationId, id) };
    },
    { readOnly: true },
  );
  if (!found) throw notFound('connection');
  const { row, source, isApplied } = found;
  const effective = checkChoices(row.provider, row.mapping);
  const outcome = presentMappingPreview(previewMapping(row.provider, source, row.mapping));
  return { provider: row.provider, mapping: row.mapping, effective, isApplied, outcome };
});
