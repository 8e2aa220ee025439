import { endpoints, listedEndpoints } from '@speedtax/contract';
import { makeOpenApiDocument } from '@speedtax/contract/openapi';
import manifest from '../../package.json' with { type: 'json' };
import { route } from '../http/route.ts';

const document = makeOpenApiDocument(listedEndpoints, manifest.version);

export const getOpenApi = route(endpoints.getOpenApi, async () => ({ ...document }));
