/** Of no use to anybody here, and most of what Jira sends: addresses, pictures, and texts that are nobody's business. */
const decoration: ReadonlySet<string> = new Set([
  'self',
  'expand',
  'avatarUrls',
  'avatarId',
  'iconUrl',
  'description',
  'environment',
  'historyMetadata',
  'renderedFields',
  'operations',
  'editmeta',
]);

/** The same value without what decorates it, at any depth. @param present what each object in it becomes */
export function withoutDecoration(value: unknown, present = (kept: Record<string, unknown>) => kept): unknown {
  if (Array.isArray(value)) return value.map((inner) => withoutDecoration(inner, present));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) if (!decoration.has(key)) kept[key] = withoutDecoration(inner, present);
  return present(kept);
}
