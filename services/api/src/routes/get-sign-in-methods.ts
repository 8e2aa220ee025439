import { endpoints } from '@speedtax/contract';
import { isFirstAccount } from '../auth/admit-account.ts';
import { route } from '../http/route.ts';

export const getSignInMethods = route(endpoints.getSignInMethods, async (_asked, { accounts, database }) => {
  if (!accounts) return { password: false, google: false, oidc: null, signUp: 'invited' as const, letters: 'none' as const };
  const { settings, mail } = accounts;
  return {
    password: true,
    google: settings.google !== null,
    oidc: settings.oidc?.name ?? null,
    signUp: (await isFirstAccount({ database })) ? ('first' as const) : settings.signUp,
    letters: mail.delivery,
  };
});
