import {
  alertsLink,
  connectionsLink,
  dependenciesLink,
  initiativesLink,
  type KeptView,
  overviewLink,
  reportsLink,
  settingsLink,
  teamsLink,
} from '../address/links.ts';
import type { GlyphName } from './glyph.tsx';

/** The pages of the rail, in reading order. */
export const sections: readonly { name: string; path: string; glyph: GlyphName; link: (view: KeptView) => string }[] = [
  { name: 'Overview', path: '/', glyph: 'ledger', link: overviewLink },
  { name: 'Teams', path: '/teams', glyph: 'teams', link: teamsLink },
  { name: 'Initiatives', path: '/initiatives', glyph: 'clock', link: initiativesLink },
  { name: 'Dependencies', path: '/dependencies', glyph: 'matrix', link: dependenciesLink },
  { name: 'Reports', path: '/reports', glyph: 'pages', link: reportsLink },
  { name: 'Alerts', path: '/alerts', glyph: 'bell', link: alertsLink },
  { name: 'Connections', path: '/connections', glyph: 'connection', link: connectionsLink },
  { name: 'Settings', path: '/settings', glyph: 'settings', link: settingsLink },
];

/** The section that a path stands in; issues belong to none. */
export function isInSection(path: string, sectionPath: string): boolean {
  return sectionPath === '/' ? path === '/' : path === sectionPath || path.startsWith(`${sectionPath}/`);
}
