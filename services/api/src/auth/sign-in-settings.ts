import type { Environment } from '@speedtax/runtime';

/** What whoever runs Speedtax has decided about accounts. */
export interface SignInSettings {
  /** What people open, without a slash at its end. Links lead there: never to the `Host` of a request, which anybody can make up. */
  readonly publicUrl: string;
  readonly signUp: 'invited' | 'open';
  readonly google: { readonly clientId: string; readonly clientSecret: string } | null;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string } | null;
}

type Variables = Pick<
  Environment,
  'publicUrl' | 'signUp' | 'googleClientId' | 'googleClientSecret' | 'oidcIssuer' | 'oidcClientId' | 'oidcClientSecret' | 'oidcName'
>;

/** @param ownUrl where Speedtax is found when nobody has said */
export function mapSignInSettings(variables: Variables, ownUrl: string): SignInSettings {
  const { publicUrl, signUp, googleClientId, googleClientSecret, oidcIssuer, oidcClientId, oidcClientSecret, oidcName } = variables;
  return {
    publicUrl: new URL(publicUrl ?? ownUrl).origin,
    signUp,
    google: googleClientId && googleClientSecret ? { clientId: googleClientId, clientSecret: googleClientSecret } : null,
    oidc:
      oidcIssuer && oidcClientId && oidcClientSecret
        ? { issuer: oidcIssuer.replace(/\/+$/, ''), clientId: oidcClientId, clientSecret: oidcClientSecret, name: oidcName }
        : null,
  };
}

export const isHttps = ({ publicUrl }: Pick<SignInSettings, 'publicUrl'>): boolean => publicUrl.startsWith('https:');
