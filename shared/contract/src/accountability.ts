import { z } from 'zod';
import { day, id, instant, page } from './common.ts';
import { person } from './person.ts';

const text = z.string().trim().max(2000);
const name = text.min(1).max(200);

/** A standing functional-excellence duty: shown beside the person, and never counted as a part-time job. */
export const newDuty = z.strictObject({ name, note: text.default('') });
export const duty = z.object({ person, name: z.string(), note: z.string(), registeredBy: z.string(), registeredAt: instant });
export type Duty = z.infer<typeof duty>;
export const duties = page(duty);

export const newAttestation = z.strictObject({
  personId: id.describe('who has the authority'),
  attestedBy: name.describe('the named person who says so'),
  expiresOn: day.describe('from this day on it counts no more; after today'),
  note: text.default(''),
});
export const attestation = z.object({
  attestationId: id,
  person,
  attestedBy: z.string(),
  note: z.string(),
  attestedAt: instant,
  expiresOn: day,
  expired: z.boolean(),
});
export type Attestation = z.infer<typeof attestation>;
export const attestations = page(attestation);

/** What is known of an accountable person beyond the tracker. It decides nothing by itself. */
export const standing = z.object({
  person,
  duty: z.object({ name: z.string(), note: z.string() }).nullable(),
  authority: z.enum(['attested', 'expired', 'unknown']),
  attestedBy: z.string().nullable().describe('of the attestation that lasts longest'),
  expiresOn: day.nullable(),
});
export type Standing = z.infer<typeof standing>;
