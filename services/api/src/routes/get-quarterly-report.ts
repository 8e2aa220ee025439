import { endpoints } from '@speedtax/contract';
import { packFileName, packMediaTypes, writeInThread } from '@speedtax/reports';
import { readFigures } from '../figures/read-figures.ts';
import { streamRoute } from '../http/route.ts';
import { readPack } from '../reports/read-pack.ts';
import { resolvePackRange } from '../reports/resolve-pack-range.ts';

export const getQuarterlyReport = streamRoute(endpoints.getQuarterlyReport, async ({ query, principal, response }, context) => {
  const { pack } = await readFigures(context, principal, async (basis) => ({
    pack: await readPack(basis, resolvePackRange(basis, query)),
  }));
  const bytes = await writeInThread({ pack, format: query.format });
  response
    .status(200)
    .type(packMediaTypes[query.format])
    .attachment(packFileName(pack, query.format))
    .set('etag', `"${pack.digest}-${query.format}"`)
    .send(Buffer.from(bytes));
});
