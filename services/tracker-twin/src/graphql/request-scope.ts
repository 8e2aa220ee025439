import type { GraphQLFieldResolver } from 'graphql';
import type { Company } from '../company/company.ts';
import type { User } from '../company/team.ts';
import type { LinearWebhooks } from '../webhooks/linear-webhooks.ts';

/** What every resolver may look at. */
export interface RequestScope {
  readonly company: Company;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly viewer: User;
  readonly webhooks: LinearWebhooks;
  readonly isAdministrator: boolean;
  readonly limitStatus: LimitStatus;
}

export interface LimitStatus {
  readonly identifier: string;
  readonly kind: string;
  readonly limits: readonly {
    readonly type: string;
    readonly requestedAmount: number;
    readonly allowedAmount: number;
    readonly remainingAmount: number;
    /** Milliseconds. */
    readonly period: number;
    /** Epoch milliseconds. */
    readonly reset: number;
  }[];
}

// biome-ignore lint/suspicious/noExplicitAny: graphql-js gives every resolver its own source and arguments
export type Resolver<Source = any> = GraphQLFieldResolver<Source, RequestScope, any>;

/** Resolvers by type, then by field; what is not here is a property of the source. */
export type FieldTable = Record<string, Record<string, Resolver>>;
