'use client';

import { createTheme, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef1fd',
  '#dbe2fa',
  '#b6c3f5',
  '#8fa2ef',
  '#6e86ea',
  '#5a74e7',
  '#4d69e5',
  '#3d57cc',
  '#2b4acb',
  '#2340a4',
];

export const theme = createTheme({
  fontFamily: 'var(--st-font)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '22px' },
  headings: { fontFamily: 'var(--st-font)', fontWeight: '600' },
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 6 },
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 120, multiline: true, maw: 320, withArrow: false, transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'none' } },
  },
});
