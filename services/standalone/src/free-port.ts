import { createServer } from 'node:net';

export class PortTakenError extends Error {}

/** Fails early, and by name, where the public port cannot be had. */
export async function checkPortIsFree(port: number, host: string): Promise<void> {
  try {
    await listenOnce(port, host);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new PortTakenError(
        `Port ${port} is taken by another program. Stop it, or start Speedtax on another: PORT=${port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new PortTakenError(`Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`);
    throw error;
  }
}

export const findFreePort = (host = '127.0.0.1') => listenOnce(0, host);

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
