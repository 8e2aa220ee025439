import type { Metadata } from 'next';
import { Sessions } from '../../../../screens/settings/sessions.tsx';

export const metadata: Metadata = { title: 'Sessions' };

export default Sessions;
