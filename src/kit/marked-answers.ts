import { createCache } from "../platform/cache.ts";

/**
 * What the server said last at an address, and the mark by which it knows that again. In the memory of the page alone: what it
 * shows of citizens stays on no disk of a computer that others use, so that the browser's own cache is not for it.
 */
interface MarkedAnswer {
  readonly etag: string;
  readonly answer: unknown;
}

const answers = createCache<string, MarkedAnswer>({ name: "answers of the page", max: 20 });

export const markedAnswer = (path: string): MarkedAnswer | undefined => answers.peek(path);

/** @param etag null: the server would not know it again */
export function rememberAnswer(path: string, etag: string | null, answer: unknown): void {
  if (etag === null) answers.delete(path);
  else answers.set(path, { etag, answer });
}
