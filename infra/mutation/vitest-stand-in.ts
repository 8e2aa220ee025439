import { addStory, inChapter } from './story-book.ts';

/** What the stories of the engine use of Vitest: told by this process, with Vitest's own `expect`. */
export { expect } from 'vitest';

type Act = (...told: never[]) => unknown;

export const describe = inChapter;

const tellOne = (name: string, ...[options, act]: [() => unknown] | [object, () => unknown]): void =>
  addStory(name, act ?? (options as () => unknown));

export const it = Object.assign(tellOne, {
  each: (table: readonly unknown[]) => (name: string, act: Act) => {
    for (const row of table) addStory(name, () => act(...((Array.isArray(row) ? row : [row]) as never[])));
  },
});
