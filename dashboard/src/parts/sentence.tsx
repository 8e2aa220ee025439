import Link from 'next/link';
import classes from './sentence.module.css';

/** A piece of the sentence on top: plain words, or a figure that leads to what is behind it. */
export type SentencePart = string | { text: string; href?: string; exact?: string };

interface Props {
  parts: readonly SentencePart[];
  /** Something that cannot wait, such as a deadlock; empty when there is none. */
  alarm?: readonly SentencePart[];
  note?: readonly SentencePart[] | undefined;
}

/** What the page found, in one sentence. */
export function Sentence({ parts, alarm = [], note = [] }: Props) {
  return (
    <div className={classes.head}>
      <h1 className={classes.sentence}>
        <Parts parts={parts} />
      </h1>
      {note.length > 0 && (
        <p className={classes.note}>
          <Parts parts={note} />
        </p>
      )}
      {alarm.length > 0 && (
        <p className={classes.alarm}>
          <Parts parts={alarm} />
        </p>
      )}
    </div>
  );
}

export function sentenceText(parts: readonly SentencePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

function Parts({ parts }: { parts: readonly SentencePart[] }) {
  return parts.map((part, index) => {
    const key = `${index} ${typeof part === 'string' ? part : part.text}`;
    if (typeof part === 'string') return <span key={key}>{part}</span>;
    if (!part.href) {
      return (
        <strong key={key} title={part.exact}>
          {part.text}
        </strong>
      );
    }
    return /^https?:/.test(part.href) ? (
      <a key={key} href={part.href} title={part.exact} rel="noreferrer" target="_blank">
        {part.text}
      </a>
    ) : (
      <Link key={key} href={part.href} title={part.exact}>
        {part.text}
      </Link>
    );
  });
}
