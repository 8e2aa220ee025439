import { endpoints } from '@speedtax/contract';
import { getReader } from '../../api/company.ts';
import { fetchAll } from '../../api/fetch-all.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { DeleteButton } from '../../parts/delete-button.tsx';
import rows from '../../parts/rows.module.css';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { formatInstantIn } from '../../words/instant-in.ts';
import { roleWords } from '../../words/roles.ts';
import { InviteForm } from './invite-form.tsx';
import { prepareMembersSentence } from './prepare-members-sentence.ts';
import { RoleSelect } from './role-select.tsx';

/** Who may use the organization, as what, and who is invited to. */
export async function Members() {
  const reader = await getReader();
  const isAdmin = reader.scopes.includes('admin');
  const [members, invitations] = await Promise.all([
    fetchAll((query) => fetchApi(endpoints.listMembers, { query })),
    isAdmin ? fetchAll((query) => fetchApi(endpoints.listInvitations, { query })) : { items: [] },
  ]);
  const { timeZone } = reader.organization;
  return (
    <>
      <Sentence parts={prepareMembersSentence(members.items, invitations.items.length, reader)} />
      {members.items.length > 0 && (
        <div className={rows.scroll}>
          <table className={rows.rows}>
            <thead>
              <tr>
                <th>Name</th>
                <th className={rows.wideOnly}>E-mail address</th>
                <th>Role</th>
                <th className={rows.wideOnly}>Since</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {members.items.map(({ userId, name, email, role, joinedAt }) => (
                <tr key={userId}>
                  <th>
                    {name}
                    {userId === reader.userId && <span className={rows.quiet}> (you)</span>}
                  </th>
                  <td className={rows.wideOnly}>{email}</td>
                  <td>{isAdmin ? <RoleSelect userId={userId} name={name} role={role} mayOwn={reader.role === 'owner'} /> : role}</td>
                  <td className={rows.wideOnly}>{formatInstantIn(timeZone, joinedAt)}</td>
                  <td data-numeric>
                    {isAdmin && <DeleteButton words="Remove" ask={`Remove ${name}?`} path={`/api/v1/members/${userId}`} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isAdmin && (
        <Section
          title="Invite"
          note={Object.entries(roleWords)
            .map(([role, words]) => `${role}: ${words}`)
            .join(' · ')}
        >
          <InviteForm mayOwn={reader.role === 'owner'} />
          {invitations.items.length > 0 && (
            <div className={rows.scroll}>
              <table className={rows.rows}>
                <thead>
                  <tr>
                    <th>Invited</th>
                    <th>Role</th>
                    <th className={rows.wideOnly}>By</th>
                    <th>Works until</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  {invitations.items.map(({ id, email, role, invitedBy, expiresAt }) => (
                    <tr key={id}>
                      <th>{email}</th>
                      <td>{role}</td>
                      <td className={rows.wideOnly}>{invitedBy}</td>
                      <td>{formatInstantIn(timeZone, expiresAt)}</td>
                      <td data-numeric>
                        <DeleteButton words="Take back" ask="Take it back?" path={`/api/v1/invitations/${id}`} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Section>
      )}
    </>
  );
}
