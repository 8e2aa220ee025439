import { z } from 'zod';
import type { KeptItem } from '../tracker.ts';
import { fieldPayload } from './payloads/field.ts';
import { sprintPayload } from './payloads/sprint.ts';
import { fieldsToAsk } from './plan/issue-fields.ts';
import { assembleJiraSite, type SiteParts } from './site/assemble-jira-site.ts';
import type { JiraSite } from './site/jira-site.ts';
import { digestSite } from './site/site-digest.ts';
import { readSiteItems, siteKinds } from './site/site-item.ts';

/** A site as it is known by now. It grows while its items are read. */
export interface KnownSite {
  current(): JiraSite;
  /** Takes what the site or its issues told, and gives those items of it that are new. */
  take(items: readonly KeptItem[]): readonly KeptItem[];
  /** What issues are to be asked for. */
  fields(): readonly string[];
  /** Sprints that have not ended yet, as far as is known. */
  openSprintIds(): readonly string[];
  /** Which version of its API the site was read with last. */
  apiVersion(): '2' | '3' | null;
  digest(): string;
}

const nameOf = ({ kind, externalId }: KeptItem) => `${kind}/${externalId}`;

export function knowSite(parts: SiteParts): KnownSite {
  const items = new Map(parts.items.map((item) => [nameOf(item), item]));
  let site: JiraSite | null = null;
  let fields: readonly string[] | null = null;
  let digest: string | null = null;

  const current = () => (site ??= assembleJiraSite({ ...parts, items: [...items.values()] }));
  const listOf = <Schema extends z.ZodType>(kind: (typeof siteKinds)[keyof typeof siteKinds], schema: Schema) =>
    readSiteItems([...items.values()], kind, schema);

  return {
    current,
    take(told) {
      const fresh = told.filter((item) => !isSame(items.get(nameOf(item)), item));
      for (const item of fresh) items.set(nameOf(item), item);
      if (fresh.length > 0) site = fields = digest = null;
      return fresh;
    },
    fields: () => (fields ??= fieldsToAsk(listOf(siteKinds.field, field).filter(isListed), namedFields(current()))),
    openSprintIds: () =>
      listOf(siteKinds.sprint, sprintPayload)
        .filter(({ state }) => state !== 'closed')
        .map(({ id }) => id),
    apiVersion: () => listOf(siteKinds.serverInfo, spokenVersion)[0]?.apiVersion ?? null,
    digest: () => (digest ??= digestSite(current())),
  };
}

const spokenVersion = z.object({ apiVersion: z.enum(['2', '3']) });
const field = fieldPayload.extend({ isLearned: z.boolean().optional() });
/** A field that an issue taught says nothing of all the others there are. */
const isListed = ({ isLearned = false }: z.infer<typeof field>) => !isLearned;

function isSame(known: KeptItem | undefined, told: KeptItem): boolean {
  return known !== undefined && JSON.stringify(known.payload) === JSON.stringify(told.payload);
}

/** Custom fields that the site has, or that the user has chosen. */
function namedFields({ fields, mapping }: JiraSite): string[] {
  return [...Object.values(fields), mapping.teams.field, mapping.initiativeOwnerField].filter(
    (id): id is string => id?.startsWith('customfield_') ?? false,
  );
}
