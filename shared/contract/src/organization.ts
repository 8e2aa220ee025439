import { z } from 'zod';
import { id } from './common.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Expected HH:MM, 24:00 at the latest');
const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
export type Weekday = z.infer<typeof weekday>;

/** The same hours on each of the weekdays, by the clocks on the wall of the time zone. */
export const workingHours = z
  .strictObject({ weekdays: z.array(weekday).min(1).max(7), from: timeOfDay, to: timeOfDay.describe('exclusive') })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'Working hours must end after they begin' })
  .refine(({ weekdays }) => new Set(weekdays).size === weekdays.length, { path: ['weekdays'], message: 'Each weekday once' });
export type WorkingHours = z.infer<typeof workingHours>;

const settings = {
  name: z.string().trim().min(1).max(200),
  timeZone: z.string().max(100).describe('IANA name: days and weeks are cut in it'),
  durations: z.enum(['calendar', 'working']).describe('calendar: nights and weekends count; working: only working hours do'),
  workingHours,
};

export const organization = z.object({
  organizationId: id,
  ...settings,
  figuresAreCurrent: z.boolean().describe('false: figures are still measured as before the last change; they follow in a moment'),
});
export type Organization = z.infer<typeof organization>;

export const organizationChange = z.strictObject(settings).partial();
export type OrganizationChange = z.infer<typeof organizationChange>;
