import type { CheckQuestion, FileAnswer, NumberAnswer } from "./check-messages.ts";

/** The whole program of the page, by which it is wrapped when it is built (vite.draws.config.ts). */
declare const drawCheck: () => void;

export interface Checker {
  check(file: Blob): Promise<FileAnswer>;
  find(number: string): Promise<NumberAnswer>;
  /** Computes no further */
  end(): void;
}

/** @param script address of this program. @throws Error where a browser starts no worker */
export function startChecker(script: string): Checker {
  const worker = new Worker(workerAddress(script));
  // The last question counts: an answer to one before it is of no use to anybody.
  const ask = <Answer>(question: CheckQuestion): Promise<Answer> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(question);
    });
  return {
    check: (file) => ask({ file }),
    find: (number) => ask({ number }),
    end: () => worker.terminate(),
  };
}

/** A page that was saved may start no worker from a file beside it, but one of its own text; ours may only the former. */
const workerAddress = (script: string): string =>
  location.protocol === "file:"
    ? URL.createObjectURL(new Blob([`(${drawCheck})()`], { type: "text/javascript" }))
    : script;
