import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { deriveComplexity } from './complexity.ts';
import type { RequestScope } from './request-scope.ts';

const MAX_KEPT_DOCUMENTS = 500;

export type Variables = Readonly<Record<string, unknown>>;

/** A document ready to run, or what is wrong with it. */
export type Prepared =
  | { readonly document: DocumentNode; readonly operation: OperationDefinitionNode }
  | { readonly errors: readonly GraphQLError[] };

/** Runs documents against one schema; each text is parsed and validated once. */
export class QueryRunner {
  readonly #schema: GraphQLSchema;
  readonly #prepared = new Map<string, Prepared>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  prepare(query: string, operationName?: string | null): Prepared {
    const key = operationName ? `${operationName}\n${query}` : query;
    const known = this.#prepared.get(key);
    if (known) return known;
    if (this.#prepared.size >= MAX_KEPT_DOCUMENTS) this.#prepared.clear();
    const prepared = this.#parse(query, operationName);
    this.#prepared.set(key, prepared);
    return prepared;
  }

  async run(
    { document, operation }: Exclude<Prepared, { errors: unknown }>,
    variableValues: Variables,
    contextValue: RequestScope,
  ): Promise<ExecutionResult> {
    return execute({
      schema: this.#schema,
      document,
      variableValues,
      contextValue,
      operationName: operation.name?.value ?? null,
    });
  }

  #parse(query: string, operationName?: string | null): Prepared {
    try {
      const document = parse(query);
      const errors = validate(this.#schema, document);
      if (errors.length > 0) return { errors };
      const operation = getOperationAST(document, operationName);
      if (!operation) return { errors: [new GraphQLError('Must provide an operation.')] };
      return { document, operation };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }
}

/** Points the operation would cost. */
export function deriveCost(prepared: Exclude<Prepared, { errors: unknown }>, variables: Variables): number {
  return deriveComplexity(prepared.document, prepared.operation, variables);
}
