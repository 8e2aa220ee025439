import type { Me, Member } from '@speedtax/contract';
import type { SentencePart } from '../../parts/sentence.tsx';
import { sayRole } from '../../words/roles.ts';

/** How many may use the organization, and as what the reader does. */
export function prepareMembersSentence(members: readonly Member[], invited: number, reader: Me): readonly SentencePart[] {
  const waiting = invited === 0 ? '' : `, ${invited} more ${invited === 1 ? 'is' : 'are'} invited`;
  if (members.length === 0)
    return [`Nobody has an account in ${reader.organization.name} yet${waiting}. You are here as the local user of this machine.`];
  const owners = members.filter(({ role }) => role === 'owner').length;
  const people = members.length === 1 ? 'One person uses' : `${members.length} people use`;
  const yourRole = reader.signedInBy === 'session' ? `; you are ${sayRole(reader.role)}` : '';
  return [`${people} ${reader.organization.name}, ${owners === 1 ? 'one' : owners} as owner${waiting}${yourRole}.`];
}
