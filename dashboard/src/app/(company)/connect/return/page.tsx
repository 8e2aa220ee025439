import type { Metadata } from 'next';
import { OauthReturn } from '../../../../screens/connect/oauth-return.tsx';

export const metadata: Metadata = { title: 'Connecting' };

export default async function ReturnPage({ searchParams }: { searchParams: Promise<{ state?: string; code?: string; error?: string }> }) {
  const { state, code, error } = await searchParams;
  return <OauthReturn state={state ?? null} code={code ?? null} error={error ?? null} />;
}
