import type { Me, Member } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { prepareMembersSentence } from './prepare-members-sentence.ts';

const me = { organization: { name: 'Acme' }, signedInBy: 'session', role: 'admin' } as Me;
const member = (role: Member['role']): Member => ({
  userId: role,
  name: role,
  email: `${role}@x`,
  role,
  joinedAt: '2026-01-01T00:00:00.000Z',
});
const say = (members: Member[], invited: number, reader = me) => sentenceText(prepareMembersSentence(members, invited, reader));

describe('the sentence about members', () => {
  it('counts people, owners and invitations, and says what the reader is', () => {
    expect(say([member('owner'), member('admin')], 1)).toBe(
      '2 people use Acme, one as owner, 1 more is invited; you are an administrator.',
    );
    expect(say([member('owner')], 0, { ...me, role: 'owner' })).toBe('One person uses Acme, one as owner; you are an owner.');
  });

  it('says that the local user is alone', () => {
    expect(say([], 0, { ...me, signedInBy: 'local_session' })).toBe(
      'Nobody has an account in Acme yet. You are here as the local user of this machine.',
    );
  });
});
