import { TrackerError, type TrackerErrorKind } from '../tracker-error.ts';
import type { LinearAccess } from './linear-client.ts';
import { openLinearClient } from './linear-client.ts';
import type { LinearAuthorization } from './linear-session.ts';
import { workspaceAnswer, workspaceDocument } from './queries/workspace.ts';

export type CredentialsCheck =
  | { readonly ok: true; readonly workspaceName: string; readonly workspaceId: string }
  | { readonly ok: false; readonly kind: TrackerErrorKind /** The tracker's own words where it gave any. */; readonly reason: string };

/** Linear's public GraphQL endpoint. */
export const linearApiUrl = 'https://api.linear.app/graphql';

/** Asks the tracker whose credentials these are. */
export async function checkLinearCredentials(
  access: Pick<LinearAccess, 'apiUrl' | 'fetch' | 'signal'> & LinearAuthorization,
): Promise<CredentialsCheck> {
  try {
    const { apiUrl, fetch, signal, ...authorization } = access;
    const client = openLinearClient({ apiUrl, fetch, ...(signal && { signal }), authorize: async () => authorization });
    const answer = workspaceAnswer.safeParse(await client.ask(workspaceDocument, {}));
    if (!answer.success) return { ok: false, kind: 'refused', reason: 'The address does not answer like Linear’s GraphQL API.' };
    const { id, name } = answer.data.organization;
    return { ok: true, workspaceId: id, workspaceName: name };
  } catch (error) {
    if (error instanceof TrackerError) return { ok: false, kind: error.kind, reason: error.message };
    throw error;
  }
}
