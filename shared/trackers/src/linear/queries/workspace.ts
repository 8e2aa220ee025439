import { z } from 'zod';

/** Who the credentials belong to: the cheapest question that fails when they do not work. */
export const workspaceDocument = /* GraphQL */ `
  query Workspace {
    viewer { id }
    organization { id name urlKey }
  }
`;

export const workspaceAnswer = z.object({
  viewer: z.object({ id: z.string() }),
  organization: z.object({ id: z.string(), name: z.string(), urlKey: z.string().nullish() }),
});
