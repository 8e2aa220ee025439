import { endpoints } from '@speedtax/contract';
import { previewMapping } from '@speedtax/trackers';
import { checkChoices } from '../connections/check-choices.ts';
import { findMapping, findPreviewSource } from '../connections/find-mapping.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { presentMappingPreview } from '../present/present-mapping-preview.ts';

export const previewConnectionMapping = route(
  endpoints.previewConnectionMapping,
  async ({ params: { id }, body, principal: { organizationId } }, { database }) => {
    const { provider, source } = await database.inOrganization(
      organizationId,
      async (trx) => {
        const row = await findMapping(trx, organizationId, id);
        if (!row) throw notFound('connection');
        checkChoices(row.provider, body);
        return { provider: row.provider, source: await findPreviewSource(trx, organizationId, row) };
      },
      { readOnly: true },
    );
    return presentMappingPreview(previewMapping(provider, source, body));
  },
);
