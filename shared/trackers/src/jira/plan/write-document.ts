import { z } from 'zod';

const node = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  content: z.array(z.unknown()).optional(),
  marks: z.array(z.looseObject({ type: z.string(), attrs: z.looseObject({ href: z.string().optional() }).optional() })).optional(),
  attrs: z.looseObject({ url: z.string().optional() }).nullish(),
});
type Node = z.infer<typeof node>;

/** Beyond this it is no document that anybody wrote. */
const maxDepth = 40;

/** A document of Jira Cloud (ADF) in Markdown, as far as addresses and what is said around them go. */
export function writeDocument(document: unknown, depth = 0): string {
  const read = node.safeParse(document);
  if (!read.success || depth > maxDepth) return '';
  const within = (read.data.content ?? []).map((child) => writeDocument(child, depth + 1)).join('');
  return writers[read.data.type]?.(read.data, within) ?? within;
}

const card = ({ attrs }: Node) => attrs?.url ?? '';
const eachLine = (prefix: string, text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => `${prefix}${line}\n`)
    .join('');

const writers: Readonly<Record<string, (node: Node, within: string) => string>> = {
  text: writeText,
  hardBreak: () => '\n',
  paragraph: (_, within) => `${within}\n`,
  heading: (_, within) => `# ${within}\n`,
  listItem: (_, within) => `- ${within.trim()}\n`,
  taskItem: (_, within) => `- ${within.trim()}\n`,
  blockquote: (_, within) => eachLine('> ', within),
  codeBlock: (_, within) => eachLine('> ', within),
  inlineCard: card,
  blockCard: (self) => `${card(self)}\n`,
  embedCard: (self) => `${card(self)}\n`,
};

function writeText({ text = '', marks = [] }: Node): string {
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href;
  const linked = href === undefined || href === text ? text : `[${text.replaceAll(/[[\]]/g, ' ')}](${href})`;
  return marks.some(({ type }) => type === 'strike') ? `~~${linked}~~` : linked;
}
