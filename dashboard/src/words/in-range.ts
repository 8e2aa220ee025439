/** "in the last 90 days", "from 3 Mar 2026 to …"; "last quarter" and "this quarter" stand by themselves. */
export function inRange({ words }: { words: string }): string {
  if (words.startsWith('the ')) return `in ${words}`;
  return words.includes(' to ') ? `from ${words}` : words;
}
