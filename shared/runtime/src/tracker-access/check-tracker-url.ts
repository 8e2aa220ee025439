import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';
import { TrackerAccessError } from './tracker-access-error.ts';

export interface TrackerAccess {
  /** Private and loopback addresses, and plain http, may be named. */
  allowPrivate: boolean;
  /** Origins the installation itself runs, such as the demo company's: allowed wherever they are. */
  trustedOrigins?: readonly string[] | undefined;
}

const privateNames = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home\.arpa)$/;

/**
 * Checks what can be known of a tracker's address without resolving it; the guarded fetch checks the rest on connecting.
 * @throws TrackerAccessError when it is not https, carries credentials, or names this machine or a private network.
 */
export function checkTrackerUrl(address: string | URL, options: TrackerAccess): URL {
  const url = URL.parse(String(address));
  if (!url || url.username !== '' || url.password !== '') throw new TrackerAccessError('address');
  if (options.trustedOrigins?.includes(url.origin)) return url;
  if (options.allowPrivate && url.protocol === 'http:') return url;
  if (url.protocol !== 'https:' || !(options.allowPrivate || isPublicHost(url.hostname))) throw new TrackerAccessError('address');
  return url;
}

function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host)) return isPublicAddress(host);
  return host.includes('.') && !privateNames.test(host);
}
