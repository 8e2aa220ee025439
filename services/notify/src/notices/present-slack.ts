import type { Notice } from './tell-alert.ts';

/** Slack takes 50 blocks, of 3 000 characters each. */
const mostNotices = 10;
const mostLines = 8;
const mostCharacters = 2_900;

/** Block Kit, and a text for notifications. */
export function presentSlack(notices: readonly Notice[]): { text: string; blocks: object[] } {
  const shown = notices.slice(0, mostNotices);
  const rest = notices.length - shown.length;
  return {
    text: notices.length === 1 ? escapeMrkdwn(notices[0]?.title ?? '') : `${notices.length} alerts`,
    blocks: [...shown.flatMap(presentNotice), ...(rest > 0 ? [context(`and ${rest} more`)] : [])],
  };
}

function presentNotice({ title, about, lines, more, links }: Notice): object[] {
  const shown = lines.slice(0, mostLines).map(({ text, url, note }) => {
    const named = url === null ? escapeMrkdwn(text) : `<${escapeUrl(url)}|${escapeMrkdwn(text)}>`;
    return `• ${named}\n   ${escapeMrkdwn(note)}`;
  });
  const left = lines.length - shown.length;
  const rest = left > 0 ? `and ${left} more` : more;
  return [
    section(`*${escapeMrkdwn(title)}*${about === '' ? '' : `\n${escapeMrkdwn(about)}`}`),
    ...(shown.length > 0 ? [section([...shown, ...(rest === null ? [] : [rest])].join('\n'))] : []),
    context(links.map(({ text, url }) => `<${escapeUrl(url)}|${escapeMrkdwn(text)}>`).join('  ·  ')),
    { type: 'divider' },
  ];
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text: text.slice(0, mostCharacters) } });
const context = (text: string) => ({ type: 'context', elements: [{ type: 'mrkdwn', text: text.slice(0, mostCharacters) }] });

/** Titles come from a tracker: nothing in them may become a mention, a link or a channel. */
function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeUrl(url: string): string {
  return encodeURI(decodeSafely(url)).replaceAll('|', '%7C').replaceAll('>', '%3E').replaceAll('<', '%3C');
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
