import Link from 'next/link';
import classes from './sentence.module.css';

/** A piece of the sentence on top: plain words, or a figure that leads to what is behind it. */
export type SentencePart = string | { text: string; href?: string; exact?: string };

export function sentenceText(parts: readonly SentencePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** What the page found, in one sentence. */
export function Sentence({ parts, note }: { parts: readonly SentencePart[]; note?: string | undefined }) {
  return (
    <div className={classes.head}>
      <h1 className={classes.sentence}>
        {parts.map((part, index) => {
          const key = `${index} ${typeof part === 'string' ? part : part.text}`;
          if (typeof part === 'string') return <span key={key}>{part}</span>;
          return part.href ? (
            <Link key={key} href={part.href} title={part.exact}>
              {part.text}
            </Link>
          ) : (
            <strong key={key} title={part.exact}>
              {part.text}
            </strong>
          );
        })}
      </h1>
      {note && <p className={classes.note}>{note}</p>}
    </div>
  );
}
