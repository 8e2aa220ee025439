export interface Story {
  readonly id: string;
  readonly act: () => unknown;
}

/** In the order in which they were read. */
export const stories: Story[] = [];
const chapters: string[] = [];

export function inChapter(title: string, tell: () => void): void {
  chapters.push(title);
  tell();
  chapters.pop();
}

/** Rows of one table have one name: the number keeps them apart. */
export function addStory(name: string, act: () => unknown): void {
  stories.push({ id: `${stories.length + 1}. ${[...chapters, name].join(' > ')}`, act });
}
