import type { Notice } from './tell-alert.ts';

const mostNotices = 10;
const mostLines = 8;

/** An Adaptive Card. Text runs take no markup, so that titles of a tracker stay what they are. */
export function presentTeams(notices: readonly Notice[]): object {
  const shown = notices.slice(0, mostNotices);
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      ...shown.flatMap(presentNotice),
      ...(notices.length > shown.length ? [paragraph(`and ${notices.length - shown.length} more`)] : []),
    ],
    actions: (notices.length === 1 ? (notices[0]?.links ?? []) : (notices[0]?.links.slice(-1) ?? [])).map(({ text, url }) => ({
      type: 'Action.OpenUrl',
      title: text,
      url,
    })),
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }] };
}

function presentNotice({ title, about, lines, more }: Notice): object[] {
  const left = lines.length - mostLines;
  const rest = left > 0 ? `and ${left} more` : more;
  return [
    { type: 'RichTextBlock', separator: true, inlines: [{ type: 'TextRun', text: title, weight: 'Bolder', size: 'Medium' }] },
    ...(about === '' ? [] : [paragraph(about)]),
    ...lines.slice(0, mostLines).map(({ text, url, note }) => ({
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text, ...(url !== null && { selectAction: { type: 'Action.OpenUrl', url } }) },
        { type: 'TextRun', text: ` – ${note}`, isSubtle: true },
      ],
    })),
    ...(rest === null ? [] : [paragraph(rest)]),
  ];
}

const paragraph = (text: string) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] });
