/** As whom a transaction runs, and what it may see. */
export type TransactionScope =
  | { readonly role: 'speedtax_system' }
  | {
      readonly role: 'speedtax_app';
      readonly organizationId: string;
      readonly readOnly?: boolean;
      readonly throwAway?: boolean;
      readonly oneSnapshot?: boolean;
      readonly statementTimeoutMs?: number;
    };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One statement list, so that begin, role and organization take one round trip. */
export function beginSql(scope: TransactionScope): string {
  if (scope.role === 'speedtax_system') return `begin; ${setLocal({ role: scope.role })}`;
  const { organizationId, readOnly, throwAway, oneSnapshot, statementTimeoutMs } = scope;
  if (!uuid.test(organizationId)) throw new TypeError(`Organization id '${organizationId}': expected a UUID`);
  const settings: Record<string, string> = { role: scope.role, 'speedtax.organization_id': organizationId };
  if (statementTimeoutMs !== undefined) settings.statement_timeout = String(Math.round(statementTimeoutMs));
  const isolation = readOnly || throwAway || oneSnapshot ? ' isolation level repeatable read' : '';
  return `begin${isolation}${readOnly ? ' read only' : ''}; ${setLocal(settings)}`;
}

/** How a transaction that went well ends. */
export function endSql(scope: TransactionScope): 'commit' | 'rollback' {
  return scope.role === 'speedtax_app' && scope.throwAway ? 'rollback' : 'commit';
}

// Names are ours and values are a role, a UUID or a number: nothing here needs quoting.
function setLocal(settings: Record<string, string>): string {
  return `select ${Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', '${value}', true)`)
    .join(', ')}`;
}
