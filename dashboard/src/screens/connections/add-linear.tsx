'use client';

import { completeAddress } from './complete-address.ts';
import { ConnectField } from './connect-field.tsx';
import classes from './connect-form.module.css';
import { ConnectForm } from './connect-form.tsx';

/** Connects a Linear workspace: a name and an API key. */
export function AddLinear({ renewId }: { renewId?: string }) {
  return (
    <ConnectForm
      renewId={renewId}
      action="Connect Linear"
      writeBody={(read) => ({
        provider: 'linear',
        name: read('name'),
        apiKey: read('apiKey'),
        ...(read('baseUrl') && { baseUrl: completeAddress(read('baseUrl')) }),
      })}
      note={
        <>
          Make a personal API key in Linear under Settings, Security &amp; access; to read is enough. It is tried first and stored encrypted
          only if Linear accepts it. Speedtax never writes to Linear.
        </>
      }
    >
      {(errors) => (
        <>
          <ConnectField name="name" label="Name" placeholder="Our Linear" error={errors.name} />
          <ConnectField name="apiKey" label="API key" type="password" placeholder="lin_api_…" error={errors.apiKey} />
          <details className={classes.advanced}>
            <summary>Advanced</summary>
            <ConnectField
              name="baseUrl"
              label="GraphQL endpoint"
              type="url"
              placeholder="https://api.linear.app/graphql"
              isOptional
              error={errors.baseUrl}
            />
          </details>
        </>
      )}
    </ConnectForm>
  );
}
