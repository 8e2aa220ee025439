import { endpoints } from '@speedtax/contract';
import { getReader } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { DeleteButton } from '../../parts/delete-button.tsx';
import rows from '../../parts/rows.module.css';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { formatInstantIn } from '../../words/instant-in.ts';
import { ChangePasswordForm } from './change-password-form.tsx';

/** Where the reader is signed in, and with which password. */
export async function Sessions() {
  const reader = await getReader();
  if (reader.signedInBy !== 'session') {
    return (
      <Sentence
        parts={['You are signed in as the local user of this machine, without a password.']}
        note={['Started with HOST=0.0.0.0, Speedtax asks everybody for one, and the first account becomes the owner.']}
      />
    );
  }
  const { items } = await fetchApi(endpoints.listSessions);
  return (
    <>
      <Sentence
        parts={[items.length === 1 ? 'You are signed in here and nowhere else.' : `You are signed in at ${items.length} places.`]}
      />
      <div className={rows.scroll}>
        <table className={rows.rows}>
          <thead>
            <tr>
              <th>Browser</th>
              <th className={rows.wideOnly}>Address</th>
              <th>Since</th>
              <th className={rows.wideOnly}>Ends</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, userAgent, ipAddress, createdAt, expiresAt, isCurrent }) => (
              <tr key={id}>
                <th className={rows.grow} title={userAgent ?? undefined}>
                  {userAgent ?? 'unknown'}
                </th>
                <td className={rows.wideOnly}>{ipAddress ?? 'unknown'}</td>
                <td>{formatInstantIn(reader.organization.timeZone, createdAt)}</td>
                <td className={rows.wideOnly}>{formatInstantIn(reader.organization.timeZone, expiresAt)}</td>
                <td data-numeric>
                  {isCurrent ? (
                    <span className={rows.quiet}>here</span>
                  ) : (
                    <DeleteButton words="Sign out" ask="Sign out there?" path={`/api/v1/sessions/${id}`} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {items.length > 1 && <DeleteButton words="Sign out everywhere else" ask="Sign out everywhere else?" path="/api/v1/sessions" />}
      <Section title="Password" note="Every other session ends when it changes.">
        <ChangePasswordForm />
      </Section>
    </>
  );
}
