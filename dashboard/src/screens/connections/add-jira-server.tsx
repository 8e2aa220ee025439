'use client';

import { completeAddress } from './complete-address.ts';
import { ConnectField } from './connect-field.tsx';
import { ConnectForm } from './connect-form.tsx';

/** Connects a Jira of one's own: its address with its context path, and a personal access token. */
export function AddJiraServer({ renewId }: { renewId?: string }) {
  return (
    <ConnectForm
      renewId={renewId}
      action="Connect Jira"
      writeBody={(read) => ({
        provider: 'jira',
        name: read('name'),
        baseUrl: completeAddress(read('baseUrl')),
        personalAccessToken: read('personalAccessToken'),
      })}
      note={
        <>
          Make a token in Jira under your picture, Profile, Personal Access Tokens (8.14 or newer). Its account needs{' '}
          <em>Browse projects</em> in every project that counts, and no more: what it cannot see is missing from the figures. It is tried
          first and stored encrypted only if Jira accepts it. Speedtax never writes to Jira.
        </>
      }
    >
      {(errors) => (
        <>
          <ConnectField name="name" label="Name" placeholder="Our Jira" error={errors.name} />
          <ConnectField
            name="baseUrl"
            label="Address, with its context path"
            type="url"
            placeholder="https://jira.example.com/jira"
            error={errors.baseUrl}
          />
          <ConnectField
            name="personalAccessToken"
            label="Personal access token"
            type="password"
            placeholder="NDc4…"
            error={errors.personalAccessToken}
          />
        </>
      )}
    </ConnectForm>
  );
}
