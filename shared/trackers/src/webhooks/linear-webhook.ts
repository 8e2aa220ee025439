import { z } from 'zod';
import { type Changed, type Delivery, nothingChanged, type RawDelivery } from './changed.ts';
import { parseBody } from './parse-body.ts';
import { headerOf, isSignedWith, nameBody } from './signature.ts';

/** What Linear is asked to tell of. Links, milestones and teams have no event: the next sync finds them. */
export const linearResourceTypes = ['Issue', 'Project', 'Initiative', 'Cycle', 'User'] as const;

const sharedTypes: ReadonlySet<string> = new Set(linearResourceTypes.filter((type) => type !== 'Issue'));

const body = z.object({
  type: z.string(),
  action: z.string(),
  data: z
    .object({ id: z.string().min(1) })
    .nullish()
    .catch(null),
  webhookTimestamp: z.union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]).nullish(),
});

/** A delivery of Linear, signed with the webhook's secret; null: it is not, or nobody can read it. */
export function readLinearDelivery({ headers, body: raw }: RawDelivery, secret: string): Delivery | null {
  const signature = headerOf(headers, 'linear-signature');
  if (signature === null || !isSignedWith(secret, raw, signature)) return null;
  const changed = readLinearBody(raw);
  return changed && { id: headerOf(headers, 'linear-delivery') ?? nameBody(raw), ...changed };
}

export function readLinearBody(raw: Buffer): Omit<Delivery, 'id'> | null {
  const read = body.safeParse(parseBody(raw));
  if (!read.success) return null;
  return { sentAt: read.data.webhookTimestamp ?? null, changed: changedBy(read.data) };
}

function changedBy({ type, action, data }: z.infer<typeof body>): Changed {
  if (type === 'Issue' && data) return { issues: [{ id: data.id, isDeleted: action === 'remove' }], more: false };
  return sharedTypes.has(type) ? { issues: [], more: true } : nothingChanged;
}
