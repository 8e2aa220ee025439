import type { Notice } from './tell-alert.ts';

const mostSubject = 150;

/** Plain text: it reads the same in every mailbox, and nothing of a tracker can become markup. */
export function presentEmail(notices: readonly Notice[]): { subject: string; text: string } {
  const [first] = notices;
  const subject = notices.length === 1 ? (first?.title ?? '') : `${notices.length} alerts: ${first?.title ?? ''} …`;
  return {
    subject: `[Speedtax] ${subject}`.replace(/\s+/g, ' ').slice(0, mostSubject),
    text: `${notices.map(presentNotice).join('\n\n────────────\n\n')}\n`,
  };
}

function presentNotice({ title, about, lines, more, links }: Notice): string {
  const listed = lines.map(({ text, url, note }) => [`- ${text}`, `  ${note}`, ...(url === null ? [] : [`  ${url}`])].join('\n'));
  return [
    [title, ...(about === '' ? [] : [about])].join('\n'),
    ...(listed.length > 0 ? [[...listed, ...(more === null ? [] : [more])].join('\n')] : []),
    links.map(({ text, url }) => `${text}: ${url}`).join('\n'),
  ].join('\n\n');
}
