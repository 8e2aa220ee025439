import type { Initiative } from '@speedtax/contract';

export interface Verdict {
  words: string;
  /** How the thread is drawn: whole, thin, frayed or none. */
  thread: 'whole' | 'thin' | 'frayed' | 'none';
  people: string;
  /** The evidence in a sentence. */
  because: string;
}

type Accountability = Pick<Initiative, 'ownership' | 'accountable' | 'ownerSpan' | 'singleThreaded' | 'status'>;

/** Who is accountable for an initiative, and whether that person has only this job. */
export function prepareVerdict({ ownership, accountable, ownerSpan, singleThreaded }: Accountability): Verdict {
  const people = accountable.map((person) => person.name).join(', ');
  const others = (ownerSpan ?? 1) - 1;
  const elsewhere = others === 1 ? 'one other active initiative' : `${others} other active initiatives`;
  switch (ownership) {
    case 'single':
      if (singleThreaded)
        return {
          words: 'single-threaded',
          thread: 'whole',
          people,
          because: `${people} is named as owner and accountable for no other active initiative.`,
        };
      return { words: 'part-time', thread: 'thin', people, because: `${people} is named as owner, and accountable for ${elsewhere}.` };
    case 'inferred': {
      const alsoElsewhere = others > 0 ? `, and is accountable for ${elsewhere}` : '';
      return {
        words: 'inferred',
        thread: 'thin',
        people,
        because: `No active owner is named; ${people} is the only active lead of its unfinished projects${alsoElsewhere}.`,
      };
    }
    case 'diluted':
      return {
        words: 'diluted',
        thread: 'frayed',
        people,
        because: `No active owner is named, and ${accountable.length} people lead its unfinished projects: ${people}.`,
      };
    case 'unowned':
      return {
        words: 'nobody',
        thread: 'none',
        people: '',
        because: 'No active owner is named, and no unfinished project has an active lead.',
      };
  }
}
