import type { Mapped, NoLonger, Placeholders } from '../mapped.ts';

/** What several say, put together. */
export function mergeMapped(parts: readonly Mapped[]): Mapped {
  return {
    rows: mergeLists(parts.map(({ rows }) => rows)),
    placeholders: mergeLists<Partial<Placeholders>>(parts.map(({ placeholders }) => placeholders ?? {})),
    noLonger: mergeLists<Partial<NoLonger>>(parts.map(({ noLonger }) => noLonger ?? {})),
    problems: parts.flatMap(({ problems }) => [...(problems ?? [])]),
  };
}

function mergeLists<T extends object>(parts: readonly T[]): T {
  const merged: Record<string, unknown[]> = {};
  for (const part of parts) {
    for (const [name, list] of Object.entries(part)) merged[name] = [...(merged[name] ?? []), ...(list as unknown[])];
  }
  return merged as T;
}
