import Link from 'next/link';
import { initiativesLink, type KeptView } from '../../address/links.ts';
import { getInitiatives } from '../../api/company.ts';
import { listLimit } from '../../api/fetch-all.ts';
import { Empty } from '../../parts/empty.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { InitiativeTable } from './initiative-table.tsx';
import classes from './initiatives.module.css';
import { type InitiativeOrder, prepareInitiativeRows } from './prepare-initiative-rows.ts';
import { prepareInitiativesSentence } from './prepare-initiatives-sentence.ts';

export const statusChoices = ['active', 'planned', 'completed', 'canceled', 'all'] as const;
export type StatusChoice = (typeof statusChoices)[number];

interface Props {
  view: KeptView;
  order: InitiativeOrder;
  status: StatusChoice;
}

/** Every initiative: who holds it, what blocks it, what it waited. */
export async function Initiatives({ view, order, status }: Props) {
  const { items, isCut } = await getInitiatives();
  const shown = status === 'all' ? items : items.filter((each) => each.status === status);
  const hrefOf = (change: { order?: InitiativeOrder; status?: StatusChoice }) => chooseLink(view, { order, status, ...change });
  return (
    <>
      <Sentence
        parts={prepareInitiativesSentence(items, view)}
        note={isCut ? [`Only the first ${listLimit} initiatives were read.`] : undefined}
      />
      <nav className={classes.choices} aria-label="Status">
        Show
        {statusChoices.map((each) => (
          <Link key={each} href={hrefOf({ status: each })} aria-current={each === status ? 'true' : undefined} replace scroll={false}>
            {each}
            <span className={classes.count}>{each === 'all' ? items.length : items.filter((one) => one.status === each).length}</span>
          </Link>
        ))}
        <span className={classes.note}>durations over each initiative’s whole life</span>
      </nav>
      {shown.length > 0 ? (
        <InitiativeTable rows={prepareInitiativeRows(shown, order, view)} order={order} hrefOf={(each) => hrefOf({ order: each })} />
      ) : (
        <Empty
          words={`No initiative is ${status === 'all' ? 'known' : status}.`}
          next={{ text: 'Show all', href: hrefOf({ status: 'all' }) }}
        />
      )}
    </>
  );
}

function chooseLink(view: KeptView, choice: { order: InitiativeOrder; status: StatusChoice }): string {
  const query = new URLSearchParams();
  if (choice.status !== 'active') query.set('status', choice.status);
  if (choice.order !== 'blockers') query.set('order', choice.order);
  const base = initiativesLink(view);
  if (query.size === 0) return base;
  return `${base}${base.includes('?') ? '&' : '?'}${query}`;
}
