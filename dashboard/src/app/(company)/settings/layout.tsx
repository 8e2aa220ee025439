import type { ReactNode } from 'react';
import { SettingsNav } from '../../../screens/settings/settings-nav.tsx';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SettingsNav />
      {children}
    </>
  );
}
