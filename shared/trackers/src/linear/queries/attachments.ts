import { z } from 'zod';
import { id, instant, type LinearQuery } from './linear-query.ts';

const attachmentNode = z.object({
  id,
  title: z.string(),
  subtitle: z.string().nullish(),
  url: z.string(),
  createdAt: instant,
  updatedAt: instant,
  issue: z.object({ id, url: z.string() }),
});
export type AttachmentNode = z.infer<typeof attachmentNode>;

const fields = 'nodes { id title subtitle url createdAt updatedAt issue { id url } } pageInfo { hasNextPage endCursor }';
/** Only those that can name an issue: of all others there may be many times as many. */
const named = '{ or: [{ url: { contains: "/browse/" } }, { url: { contains: "selectedIssue=" } }, { url: { contains: "/issue/" } }] }';

/** All attachments that may name an issue of another tracker, newest first by creation: what is not in its place any more is gone. */
export const attachmentsQuery: LinearQuery<AttachmentNode> = {
  name: 'Attachments',
  root: 'attachments',
  node: attachmentNode,
  document: /* GraphQL */ `
    query Attachments($first: Int!, $after: String) {
      attachments(first: $first, after: $after, orderBy: createdAt, filter: ${named}) { ${fields} }
    }
  `,
};

/** The same, latest change first. */
export const changedAttachmentsQuery: LinearQuery<AttachmentNode> = {
  name: 'ChangedAttachments',
  root: 'attachments',
  node: attachmentNode,
  document: /* GraphQL */ `
    query ChangedAttachments($first: Int!, $after: String) {
      attachments(first: $first, after: $after, orderBy: updatedAt, filter: ${named}) { ${fields} }
    }
  `,
};
