import { type Account, endpoints, type seenInvitation } from '@speedtax/contract';
import type { z } from 'zod';
import { askApi } from './fetch-api.ts';

/** Whose session the reader's cookie is; null: nobody's. */
export async function findAccount(): Promise<Account | null> {
  const response = await askApi('/api/v1/account');
  return response.ok ? (endpoints.getAccount.answer.parse(await response.json()) as Account) : null;
}

/** What an invitation is to; null: its link no longer works. */
export async function findInvitation(token: string): Promise<z.infer<typeof seenInvitation> | null> {
  const response = await askApi('/api/v1/sign-in/invitation', { method: 'POST', body: JSON.stringify({ token }) });
  return response.ok ? endpoints.seeInvitation.answer.parse(await response.json()) : null;
}
