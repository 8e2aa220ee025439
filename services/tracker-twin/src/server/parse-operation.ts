export interface Operation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The GraphQL request in a body, or null where there is none. */
export function parseOperation(body: string | null): Operation | null {
  const sent = parseJson(body);
  if (typeof sent !== 'object' || sent === null) return null;
  const { query, operationName, variables } = sent as Record<string, unknown>;
  if (typeof query !== 'string') return null;
  return {
    query,
    operationName: typeof operationName === 'string' ? operationName : null,
    variables: typeof variables === 'object' && variables !== null ? { ...variables } : {},
  };
}

function parseJson(body: string | null): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return null;
  }
}
