import { referenceInitiatives } from './initiative-figures.ts';
import type { World } from './world.ts';

/** What people told about each other, and how owners followed each other. Days are 'YYYY-MM-DD'. */
export interface Registered {
  duties: { person: string; name: string }[];
  attestations: { initiative: string; person: string; expiresOn: string }[];
  /** In order of time. */
  ownerChanges: { initiative: string; at: number; from: string | null; to: string | null }[];
}

export interface StandingReference {
  partTime: boolean;
  rotating: boolean;
  people: { person: string; duty: string | null; authority: 'attested' | 'expired' | 'unknown' }[];
}

export function referenceStandings(world: World, told: Registered, now: number, todayOn: string): Map<string, StandingReference> {
  const verdicts = referenceInitiatives(world, { from: 0, to: now, now });
  return new Map(
    [...verdicts].map(([id, { ownership, accountable, ownerSpan }]) => {
      const people = accountable.map((person) => {
        const until = told.attestations.filter((one) => one.initiative === id && one.person === person).map((one) => one.expiresOn);
        const lasting = until.filter((expiresOn) => Date.parse(todayOn) < Date.parse(expiresOn));
        const authority: 'attested' | 'expired' | 'unknown' = lasting.length > 0 ? 'attested' : until.length > 0 ? 'expired' : 'unknown';
        return { person, duty: told.duties.find((duty) => duty.person === person)?.name ?? null, authority };
      });
      const partTime = ownership === 'single' && (ownerSpan as number) > 1;
      return [id, { partTime, rotating: isRotating(told, id, now), people }];
    }),
  );
}

/** Two or more changes within 90 days; that somebody is named at first changes no owner. */
export function isRotating({ ownerChanges }: Pick<Registered, 'ownerChanges'>, initiative: string, now: number): boolean {
  const own = ownerChanges.filter((change) => change.initiative === initiative && change.at <= now);
  const recent = own.filter((change) => (now - change.at) / 86_400_000 < 90);
  return recent.filter((change) => !(change === own[0] && change.from === null)).length >= 2;
}
