import { endpoints } from '@speedtax/contract';
import { recordAudit, revokeApiKeys } from '@speedtax/storage/accounts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteApiKey = route(endpoints.deleteApiKey, async ({ params: { id }, principal }, { database, now }) => {
  const { organizationId, actor } = principal;
  const at = new Date(now());
  await database.inOrganization(organizationId, async (trx) => {
    const [name] = await revokeApiKeys(trx, organizationId, { id }, at);
    if (name === undefined) throw notFound('API key');
    await recordAudit(trx, { organizationId, actor, action: 'api_key.revoked', subject: { kind: 'api_key', id, name }, at });
  });
  return undefined;
});
