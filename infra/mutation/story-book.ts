export interface Story {
  readonly id: string;
  readonly act: () => unknown;
}

/** In the order in which they were read. */
export const stories: Story[] = [];

type Act = () => unknown;
const chapters: string[] = [];
/** Of the outermost chapter: tells it again, and what has been heard of it so far. */
let retell: () => void = () => {};
let heard: Act[] = [];
let isRetelling = false;

export function inChapter(title: string, tell: () => void): void {
  if (chapters.length === 0 && !isRetelling) {
    retell = tell;
    heard = [];
  }
  chapters.push(title);
  tell();
  chapters.pop();
}

/** What a chapter makes for its stories is made anew for each, so that a mutant takes part in it. Rows of one table have one name. */
export function addStory(name: string, act: Act): void {
  const [place, again] = [heard.push(act) - 1, retell];
  if (isRetelling) return;
  stories.push({ id: `${stories.length + 1}. ${[...chapters, name].join(' > ')}`, act: () => hear(again)[place]?.() });
}

function hear(tell: () => void): Act[] {
  [isRetelling, heard] = [true, []];
  try {
    tell();
  } finally {
    isRetelling = false;
  }
  return heard;
}
