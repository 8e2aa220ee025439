/** What one sync has shown. `value` null: nobody knows. */
export interface WorldLook {
  at: number;
  value: number | null;
  baseline: boolean;
}

export interface WorldRule {
  level: number;
  /** Days over which a rise is measured; null: the value itself counts. */
  riseDays: number | null;
}

/**
 * Alerts read out of the whole history, look by look, by going back in it each time. An alert turns at the last of the looks that all say so,
 * when they are two at least and reach over a quarter of an hour; only looks since the last turn or new beginning count.
 */
export function referenceAlerts(looks: readonly WorldLook[], rule: WorldRule): string[] {
  const told: string[] = [];
  let stand: 'unseen' | 'quiet' | 'known' | 'raised' = 'unseen';
  let began = 0;
  let readFrom = 0;
  looks.forEach((look, now) => {
    if (look.value === null) return;
    if (stand === 'unseen' || look.baseline) {
      readFrom = now;
      if (stand !== 'raised') stand = figure(looks, now, readFrom, rule) >= rule.level ? 'known' : 'quiet';
      began = now + 1;
      return;
    }
    const saysSo = (k: number) => {
      const value = figure(looks, k, readFrom, rule);
      return stand === 'quiet' ? value >= rule.level : value < rule.level - 1 || value === 0;
    };
    const known = looks.map((_, k) => k).filter((k) => k >= began && k <= now && looks[k]?.value !== null);
    const lastOther = known.findLast((k) => !saysSo(k)) ?? -1;
    const agreeing = known.filter((k) => k > lastOther);
    const first = looks[agreeing[0] ?? now] as WorldLook;
    if (agreeing.length < 2 || look.at - first.at < 15 * 60 * 1000) return;
    if (stand === 'quiet') told.push(`raised ${now}`);
    if (stand === 'raised') told.push(`cleared ${now}`);
    stand = stand === 'quiet' ? 'raised' : 'quiet';
    began = now + 1;
  });
  return told;
}

/** The value of a look; of a rise: less the lowest that was so at any moment of the days before, as far as it was read in one piece. */
function figure(looks: readonly WorldLook[], k: number, readFrom: number, { riseDays }: WorldRule): number {
  const { value, at } = looks[k] as { value: number; at: number };
  if (riseDays === null) return value;
  const known = looks.slice(readFrom, k + 1).filter((look): look is WorldLook & { value: number } => look.value !== null);
  const held = known.filter((_, i) => i === known.length - 1 || (known[i + 1] as WorldLook).at > at - riseDays * 86_400_000);
  return value - Math.min(...held.map((look) => look.value));
}
