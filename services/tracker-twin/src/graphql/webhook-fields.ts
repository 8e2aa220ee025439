import { GraphQLError } from 'graphql';
import type { LinearWebhook } from '../webhooks/linear-webhooks.ts';
import type { FieldTable, RequestScope } from './request-scope.ts';

/** The one thing that somebody may change here. */
export const webhookFields: FieldTable = {
  Mutation: {
    webhookCreate(_source, { input }: { input: LinearWebhook }, { webhooks, isAdministrator }: RequestScope) {
      if (!isAdministrator) {
        throw new GraphQLError('Invalid role: admin required', {
          extensions: {
            type: 'forbidden',
            code: 'FORBIDDEN',
            statusCode: 403,
            userError: true,
            userPresentableMessage: 'You need to be an admin.',
          },
        });
      }
      return { lastSyncId: 1, success: true, webhook: webhooks.create(input) };
    },
  },
};
