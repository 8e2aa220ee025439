/** Whose facts, and from which connection. */
export interface FactPlace {
  readonly organizationId: string;
  readonly connectionId: string;
}

export function columnsOfPlace({ organizationId, connectionId }: FactPlace) {
  return { organization_id: organizationId, connection_id: connectionId };
}
