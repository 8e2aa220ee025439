import { Sentence } from '../../parts/sentence.tsx';

/** In place of a page that only administrators read. */
export function OnlyAdministrators({ what }: { what: string }) {
  return <Sentence parts={[`${what} are for administrators. An owner or an administrator can make you one.`]} />;
}
