import type { Metadata } from 'next';
import { Members } from '../../../../screens/settings/members.tsx';

export const metadata: Metadata = { title: 'Members' };

export default Members;
