import { JiraRefusal } from '../server/jira-errors.ts';

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(!=|>=|<=|[=<>(),])|([^\s"'=<>!(),]+))/y;

/** The words, quoted values and signs of a query. */
export function tokenizeJql(jql: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < jql.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const [, quoted, sign, word] = TOKEN.exec(jql) ?? [];
    if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else throw new JiraRefusal(400, `Error in the JQL Query: The character '${jql.slice(from).trim()[0]}' is a reserved JQL character.`);
  }
  return tokens;
}
