interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A page never loads more than this many items of one list; `isCut` says that there are more. */
export const listLimit = 2000;

export async function fetchAll<T>(fetchPage: (query: { limit: number; cursor?: string }) => Promise<Page<T>>) {
  const items: T[] = [];
  let cursor: string | null | undefined;
  while (items.length < listLimit) {
    const page = await fetchPage(cursor ? { limit: pageItems, cursor } : { limit: pageItems });
    items.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  return { items, isCut: Boolean(cursor) };
}

const pageItems = 1000;
