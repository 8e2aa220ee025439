import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LinearClient, RatelimitedLinearError } from '@linear/sdk';
import { afterEach, describe, expect, it } from 'vitest';
import type { Twin } from '../src/index.ts';
import { KEY, startSmallTwin } from './ask.ts';
import { DOCUMENTS } from './documents.ts';

let twin: Twin | undefined;
afterEach(() => twin?.close());

const GENUINE = fileURLToPath(new URL('../../../../shared/data/linear/schema-sdk-98.graphql', import.meta.url));
const isThere = existsSync(GENUINE);
if (!isThere) console.warn('SKIPPED: the genuine schema is not there, the SDK runs on the subset only');

describe("Linear's own client", () => {
  it('reads pages by raw requests', async () => {
    twin = await startSmallTwin();
    const { client } = new LinearClient({ apiKey: KEY, apiUrl: twin.url });
    const query = DOCUMENTS[0]?.query ?? '';
    const answer = await client.rawRequest<{ issues: { nodes: unknown[] } }, { since: string }>(query, {
      since: '-P1Y',
    });
    expect(answer.status).toBe(200);
    expect(answer.data?.issues.nodes).toHaveLength(50);
    expect(answer.headers?.get('x-complexity')).toBe('6127');
  });

  it('understands that it is limited', async () => {
    twin = await startSmallTwin({ limits: { requestsPerHour: 1, pointsPerHour: 1_000_000 } });
    const { client } = new LinearClient({ apiKey: KEY, apiUrl: twin.url });
    await client.rawRequest('{ viewer { id } }');
    await expect(client.rawRequest('{ viewer { id } }')).rejects.toBeInstanceOf(RatelimitedLinearError);
  });

  it.skipIf(!isThere)(
    'runs its own documents when the genuine schema is executed',
    async () => {
      twin = await startSmallTwin({ schemaPath: GENUINE });
      const linear = new LinearClient({ apiKey: KEY, apiUrl: twin.url });
      const issues = await linear.issues({ first: 50, includeArchived: true });
      expect(issues.nodes).toHaveLength(50);
      const [issue] = issues.nodes;
      expect((await issue?.state)?.name).toBeTruthy();
      expect((await issue?.history({ first: 20 }))?.nodes.length).toBeGreaterThanOrEqual(0);
      expect((await linear.projects()).nodes.length).toBeGreaterThan(5);
      expect((await linear.teams()).nodes).toHaveLength(twin.company.teams.size);
      expect((await linear.initiatives()).nodes.length).toBeGreaterThan(5);
    },
    30_000,
  );
});
