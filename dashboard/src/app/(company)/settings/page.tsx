import type { Metadata } from 'next';
import { OrganizationSettings } from '../../../screens/settings/organization.tsx';

export const metadata: Metadata = { title: 'Settings' };

export default OrganizationSettings;
