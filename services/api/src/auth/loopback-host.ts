const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Is this `Host` header the machine itself? Any other name could be rebound to it by a page from outside. */
export function isLoopbackHost(host: string | undefined): boolean {
  if (!host) return false;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return loopbackNames.has(name);
}
