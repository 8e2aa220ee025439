import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Tooltip.css';
import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/mantine.css';
import { MantineProvider, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { theme } from '../theme/theme.ts';

/** Each answer has a nonce of its own, without which a browser runs none of its scripts: no page is drawn ahead. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Speedtax', template: '%s · Speedtax' },
  description: 'What dependencies between teams cost.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfdfc' },
    { media: '(prefers-color-scheme: dark)', color: '#121316' },
  ],
};

// The scheme is set by a script of our own origin rather than an inline one, which a content security policy would refuse.
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <script src="/color-scheme.js" />
      </head>
      <body>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          {children}
        </MantineProvider>
      </body>
    </html>
  );
}
