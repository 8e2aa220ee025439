import type { Metadata } from 'next';
import { ApiKeys } from '../../../../screens/settings/api-keys.tsx';

export const metadata: Metadata = { title: 'API keys' };

export default ApiKeys;
