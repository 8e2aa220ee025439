import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import pLimit from 'p-limit';

/** OWASP's first choice for scrypt: 128 MB and a third of a second of one core. */
const defaultLog2Cost = 17;
const blockSize = 8;
const parallelization = 1;
const saltBytes = 16;
const keyBytes = 32;

/** Of one process: more at once would take the processors and the memory from everything else. */
const atOnce = pLimit(2);

/** `scrypt$log2Cost$salt$key`, so that the cost can be raised later without asking anybody for a new password. */
export function makePasswordHash(log2Cost = defaultLog2Cost) {
  return {
    hash: async (password: string): Promise<string> => {
      const salt = randomBytes(saltBytes);
      const key = await derive(password, salt, log2Cost);
      return ['scrypt', log2Cost, salt.toString('base64url'), key.toString('base64url')].join('$');
    },
    verify: async ({ hash, password }: { hash: string; password: string }): Promise<boolean> => {
      const [kind, cost = '', salt = '', key = ''] = hash.split('$');
      const expected = Buffer.from(key, 'base64url');
      if (kind !== 'scrypt' || expected.length !== keyBytes) return false;
      return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url'), Number(cost)), expected);
    },
  };
}

function derive(password: string, salt: Buffer, log2Cost: number): Promise<Buffer> {
  const cost = 2 ** log2Cost;
  const options: ScryptOptions = { N: cost, r: blockSize, p: parallelization, maxmem: 256 * cost * blockSize };
  return atOnce(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
      }),
  );
}
