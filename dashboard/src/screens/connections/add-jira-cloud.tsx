'use client';

import { completeAddress } from './complete-address.ts';
import { ConnectField } from './connect-field.tsx';
import { ConnectForm } from './connect-form.tsx';

/** Connects a site of Jira Cloud: its address, and an account's e-mail with its API token. */
export function AddJiraCloud({ renewId }: { renewId?: string }) {
  return (
    <ConnectForm
      renewId={renewId}
      action="Connect Jira"
      writeBody={(read) => ({
        provider: 'jira',
        name: read('name'),
        baseUrl: completeAddress(read('baseUrl')),
        email: read('email'),
        apiToken: read('apiToken'),
      })}
      note={
        <>
          Make an API token at id.atlassian.com under Security, API tokens, without scopes. Its account needs <em>Browse projects</em> in
          every project that counts, and no more: what it cannot see is missing from the figures. It is tried first and stored encrypted
          only if Jira accepts it. Speedtax never writes to Jira.
        </>
      }
    >
      {(errors) => (
        <>
          <ConnectField name="name" label="Name" placeholder="Our Jira" error={errors.name} />
          <ConnectField name="baseUrl" label="Site" type="url" placeholder="https://example.atlassian.net" error={errors.baseUrl} />
          <ConnectField name="email" label="E-mail of the account" type="email" placeholder="ann@example.com" error={errors.email} />
          <ConnectField name="apiToken" label="API token" type="password" placeholder="ATATT…" error={errors.apiToken} />
        </>
      )}
    </ConnectForm>
  );
}
