import type { KeptMention } from './mention-rows.ts';

/** A text as it was from an instant on. */
export interface TextVersion {
  readonly at: string;
  readonly mentions: readonly KeptMention[];
}

export interface MentionTime {
  readonly mention: KeptMention;
  readonly from: string;
  /** null: it stands. */
  readonly to: string | null;
}

/** The times in which a text named each issue, from all its versions, the oldest first. */
export function listMentionTimes(versions: readonly TextVersion[]): MentionTime[] {
  const times: MentionTime[] = [];
  const standing = new Map<string, { mention: KeptMention; from: string }>();
  for (const { at, mentions } of versions) {
    const now = new Map(mentions.map((mention) => [nameOf(mention), mention]));
    for (const [name, { mention, from }] of standing) {
      if (now.has(name)) continue;
      times.push({ mention, from, to: at });
      standing.delete(name);
    }
    for (const [name, mention] of now) if (!standing.has(name)) standing.set(name, { mention, from: at });
  }
  return [...times, ...Array.from(standing.values(), ({ mention, from }) => ({ mention, from, to: null }))].filter(
    ({ from, to }) => from !== to,
  );
}

function nameOf({ site, key, side }: KeptMention): string {
  return `${site}/${key} ${side}`;
}
