import { endpoints } from '@speedtax/contract';
import { getReader } from '../../api/company.ts';
import { fetchAll } from '../../api/fetch-all.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { DeleteButton } from '../../parts/delete-button.tsx';
import rows from '../../parts/rows.module.css';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { formatInstantIn } from '../../words/instant-in.ts';
import { ApiKeyForm } from './api-key-form.tsx';
import { OnlyAdministrators } from './only-administrators.tsx';

/** What scripts ask with: what each may, since when, and whether anybody still uses it. */
export async function ApiKeys() {
  const reader = await getReader();
  if (!reader.scopes.includes('admin')) return <OnlyAdministrators what="API keys" />;
  const { items } = await fetchAll((query) => fetchApi(endpoints.listApiKeys, { query }));
  const { timeZone } = reader.organization;
  const unused = items.filter(({ lastUsedAt }) => lastUsedAt === null).length;
  return (
    <>
      <Sentence
        parts={[
          items.length === 0
            ? 'No script has an API key.'
            : `${count(items.length, 'API key')} may ask, ${unused === 0 ? 'all in use' : `${unused} never used`}.`,
        ]}
      />
      {items.length > 0 && (
        <div className={rows.scroll}>
          <table className={rows.rows}>
            <thead>
              <tr>
                <th>Name</th>
                <th>May</th>
                <th className={rows.wideOnly}>Made</th>
                <th className={rows.wideOnly}>Last used</th>
                <th>Ends</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, name, scopes, createdAt, lastUsedAt, expiresAt }) => (
                <tr key={id}>
                  <th>{name}</th>
                  <td>{scopes.join(', ')}</td>
                  <td className={rows.wideOnly}>{formatInstantIn(timeZone, createdAt)}</td>
                  <td className={rows.wideOnly}>
                    {lastUsedAt ? formatInstantIn(timeZone, lastUsedAt) : <span className={rows.quiet}>never</span>}
                  </td>
                  <td>{expiresAt ? formatInstantIn(timeZone, expiresAt) : <span className={rows.quiet}>never</span>}</td>
                  <td data-numeric>
                    <DeleteButton words="Revoke" ask={`Revoke ${name}?`} path={`/api/v1/api-keys/${id}`} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Section title="Make a key" note="read: figures · write: what people tell Speedtax · admin: connections, settings and people">
        <ApiKeyForm />
      </Section>
    </>
  );
}

const count = (number: number, what: string) => (number === 1 ? `One ${what}` : `${number} ${what}s`);
