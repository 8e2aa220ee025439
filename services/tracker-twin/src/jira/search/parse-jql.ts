import { JiraRefusal } from '../server/jira-errors.ts';
import { type Token, tokenizeJql } from './tokenize-jql.ts';

export interface Query {
  /** null: everything. */
  readonly where: Clause | null;
  readonly orderBy: readonly Order[];
}

export type Clause =
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }
  | Comparison;

export interface Comparison {
  readonly kind: 'comparison';
  readonly field: string;
  readonly operator: Operator;
  readonly values: readonly Token[];
}

export type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | 'in' | 'not in' | 'is' | 'is not';

export interface Order {
  readonly field: string;
  readonly isDescending: boolean;
}

const MAX_ORDERS = 7;

/** The small part of JQL that a sync needs: comparisons, lists, and, or, not, parentheses, an order. */
export function parseJql(jql: string): Query {
  const tokens = new Tokens(tokenizeJql(jql));
  const where = tokens.isAtEnd || tokens.isNext('order') ? null : parseOr(tokens);
  const orderBy = tokens.take('order') ? parseOrders(tokens) : [];
  if (!tokens.isAtEnd) throw unexpected(tokens.next());
  return { where, orderBy };
}

function parseOr(tokens: Tokens): Clause {
  const clauses = [parseAnd(tokens)];
  while (tokens.take('or') || tokens.take('||')) clauses.push(parseAnd(tokens));
  return clauses.length === 1 ? (clauses[0] as Clause) : { kind: 'or', clauses };
}

function parseAnd(tokens: Tokens): Clause {
  const clauses = [parseNot(tokens)];
  while (tokens.take('and') || tokens.take('&&')) clauses.push(parseNot(tokens));
  return clauses.length === 1 ? (clauses[0] as Clause) : { kind: 'and', clauses };
}

function parseNot(tokens: Tokens): Clause {
  if (tokens.take('not')) return { kind: 'not', clause: parseNot(tokens) };
  if (!tokens.take('(')) return parseComparison(tokens);
  const clause = parseOr(tokens);
  tokens.expect(')');
  return clause;
}

function parseComparison(tokens: Tokens): Comparison {
  const field = tokens.next();
  if (field.kind === 'sign') throw unexpected(field);
  const operator = parseOperator(tokens);
  const values = operator === 'in' || operator === 'not in' ? parseList(tokens) : [tokens.next()];
  return { kind: 'comparison', field: field.text, operator, values };
}

function parseOperator(tokens: Tokens): Operator {
  const token = tokens.next();
  const text = token.text.toLowerCase();
  if (text === 'not') {
    tokens.expect('in');
    return 'not in';
  }
  if (text === 'is') return tokens.take('not') ? 'is not' : 'is';
  if (token.kind === 'quoted' || !['=', '!=', '>', '>=', '<', '<=', 'in'].includes(text)) throw unexpected(token);
  return text as Operator;
}

function parseList(tokens: Tokens): Token[] {
  tokens.expect('(');
  const values: Token[] = [];
  do values.push(tokens.next());
  while (tokens.take(','));
  tokens.expect(')');
  return values;
}

function parseOrders(tokens: Tokens): Order[] {
  tokens.expect('by');
  const orders: Order[] = [];
  do {
    const { text } = tokens.next();
    const isDescending = tokens.take('desc');
    if (!isDescending) tokens.take('asc');
    orders.push({ field: text.toLowerCase(), isDescending });
  } while (tokens.take(','));
  if (orders.length > MAX_ORDERS) throw new JiraRefusal(400, `The maximum number of fields to order by is ${MAX_ORDERS}.`);
  return orders;
}

function unexpected({ text }: Token): JiraRefusal {
  return new JiraRefusal(400, `Error in the JQL Query: Expecting operator or value but got '${text}'.`);
}

/** What is still to be read. */
class Tokens {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#place >= this.#tokens.length;
  }

  isNext(text: string): boolean {
    const token = this.#tokens[this.#place];
    return token !== undefined && token.kind !== 'quoted' && token.text.toLowerCase() === text;
  }

  take(text: string): boolean {
    const isTaken = this.isNext(text);
    if (isTaken) this.#place += 1;
    return isTaken;
  }

  next(): Token {
    const token = this.#tokens[this.#place];
    if (!token) throw new JiraRefusal(400, 'Error in the JQL Query: The query ends before it is complete.');
    this.#place += 1;
    return token;
  }

  expect(text: string): void {
    if (!this.isNext(text)) throw unexpected(this.next());
    this.#place += 1;
  }
}
