import { isTooLarge } from '../transport/read-reply.ts';

/** Halves the question until its answer is not too large. @throws what `ask` throws, and for one item whatever its size */
export async function askSmaller<T>(size: number, ask: (size: number) => Promise<T>): Promise<T> {
  for (let asked = size; ; asked = Math.ceil(asked / 2)) {
    try {
      return await ask(asked);
    } catch (error) {
      if (!isTooLarge(error) || asked <= 1) throw error;
    }
  }
}
