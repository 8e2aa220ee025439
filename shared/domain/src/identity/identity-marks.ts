/** What two trackers know one person by; null: it has no e-mail address that can be seen, or is an app. */
export function personMark({ email, isApp }: { email: string | null; isApp: boolean }): string | null {
  if (isApp || email === null) return null;
  return email.trim().toLowerCase() || null;
}

/** What two trackers know one team by: its name, however it is written. */
export function teamMark(name: string): string | null {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[\s\-_]+/g, ' ')
    .trim();
  return folded || null;
}
