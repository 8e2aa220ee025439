const cloudHost = /(^|\.)(atlassian\.net|jira\.com)$/;

/**
 * What people paste as the address of their tracker, made one: https where no scheme is given, and of a Jira Cloud only the
 * site, whatever board was open in it. A path is kept elsewhere: a Data Center may live below one.
 */
export function completeAddress(text: string): string {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return address;
  const { origin, hostname } = new URL(address);
  return cloudHost.test(hostname) ? origin : address;
}
