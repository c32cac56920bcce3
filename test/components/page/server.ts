import { isDeepStrictEqual } from "node:util";
import { vi } from "vitest";
import {
  type Exchange,
  numberedIds,
  type Question,
  readRecording,
  type Story,
  withoutRepeats,
  writeRecording,
} from "../recording.ts";

/** The server as a page of a test knows it: by what it answered when its answers were recorded. */
export interface RecordedServer {
  readonly fetch: (path: string, options: RequestInit) => Promise<Response>;
  /** Another desk's act; the page hears of it only by what the test tells it */
  elsewhere(method: string, path: string, body?: unknown, version?: number): Promise<unknown>;
  /**
   * From now on these are answered otherwise.
   * @param answer "unheard": there is no line to the server; "lost": it hears and does it, and its answer is lost; a promise: later
   */
  answer(
    asked: RegExp,
    answer: { readonly status: number; readonly body: object } | "unheard" | "lost" | Promise<void>,
  ): void;
  /** Again as recorded */
  answerAgain(): void;
  /** What the page wrote so far: POST /api/… */
  readonly written: string[];
  isBusy(): boolean;
  /** Throws where it was asked what nobody recorded. */
  end(): void;
}

const recorder = process.env.RECORD && `http://127.0.0.1:${process.env.RECORD}`;
const realFetch = globalThis.fetch;

export async function openServer(file: string, test: string, scene: string): Promise<RecordedServer> {
  const source = recorder ? await liveSource(scene) : storySource(readRecording(file)[test], scene);
  const heard: Exchange[] = [];
  const unknown: string[] = [];
  const written: string[] = [];
  let others: { readonly asked: RegExp; readonly answer: Parameters<RecordedServer["answer"]>[1] }[] = [];
  let pending = 0;
  const ask = async (question: Question): Promise<Exchange> => {
    pending++;
    try {
      const exchange = await source(question);
      heard.push(exchange);
      return exchange;
    } catch (error) {
      unknown.push((error as Error).message);
      throw error;
    } finally {
      pending--;
    }
  };
  return {
    written,
    fetch: async (path, options) => {
      const question = questionOf(path, options);
      const line = `${question.method} ${path}`;
      if (question.method !== "GET") written.push(line);
      const other = others.find(({ asked }) => asked.test(line))?.answer;
      if (other instanceof Promise) await other;
      else if (typeof other === "object") return responseOf({ question, status: other.status, answer: other.body });
      const exchange = other === "unheard" ? undefined : await ask(question);
      if (!exchange || other === "lost") throw new TypeError("no connection");
      return responseOf(exchange);
    },
    elsewhere: async (method, path, body, version) => {
      const question = { isElsewhere: true, method, path, body, ...(version && { version: `"${version}"` }) } as const;
      const { status, answer } = await ask(method === "GET" ? question : { ...question, isKeyed: true });
      if (status >= 300) throw new Error(`${method} ${path} elsewhere: ${status} ${JSON.stringify(answer)}`);
      return answer;
    },
    answer: (asked, answer) => {
      others = [{ asked, answer }, ...others];
    },
    answerAgain: () => {
      others = [];
    },
    isBusy: () => recorder !== undefined && pending > 0,
    end: () => {
      if (unknown.length > 0) throw new Error(`The server was asked what nobody recorded:\n${unknown.join("\n")}`);
      if (!recorder) return;
      const ids = numberedIds();
      const exchanges = ids.number(withoutRepeats(heard));
      writeRecording(file, { ...readRecording(file), [test]: { scene, exchanges } });
    },
  };
}

function questionOf(path: string, { method = "GET", headers, body }: RequestInit): Question {
  const said = headers as Readonly<Record<string, string>>;
  return {
    method,
    path,
    ...(body && { body: JSON.parse(body as string) }),
    ...(said["if-match"] && { version: said["if-match"] }),
    ...(said["idempotency-key"] && { isKeyed: true as const }),
    ...(said["accept-language"] !== "el" && { language: said["accept-language"] }),
  };
}

const responseOf = ({ status, answer }: Exchange): Response =>
  new Response(status === 204 ? null : JSON.stringify(answer), { status });

type Source = (question: Question) => Promise<Exchange>;

/** An act is the next that was recorded, or something is wrong; what is only read is answered as it stood after the last act. */
function storySource(story: Story | undefined, scene: string): Source {
  const { exchanges } = story ?? { exchanges: [] };
  if (story && story.scene !== scene) throw new Error(`Recorded in «${story.scene}», not in «${scene}»`);
  let acts = 0;
  const isAct = ({ question }: Exchange) => question.method !== "GET";
  return async (said) => {
    const question = JSON.parse(JSON.stringify(said)) as Question;
    const starts = exchanges.flatMap((exchange, index) => (isAct(exchange) ? [index] : []));
    const next = starts[acts] ?? exchanges.length;
    const found =
      question.method === "GET"
        ? (exchanges.slice(0, next).findLast((each) => isDeepStrictEqual(each.question, question)) ??
          exchanges.slice(next).find((each) => isDeepStrictEqual(each.question, question)))
        : exchanges[next];
    const isSame = found && isDeepStrictEqual(found.question, question);
    if (!isSame)
      throw new Error(`${JSON.stringify(question)}${found ? `, but ${JSON.stringify(found.question)}` : ""}`);
    if (question.method !== "GET") acts++;
    return found;
  };
}

async function liveSource(scene: string): Promise<Source> {
  const post = async (what: string, body: unknown) => {
    const response = await realFetch(`${recorder}/${what}`, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  await vi.waitFor(() => post("scene", { scene }), { timeout: 60_000, interval: 200 });
  return async (question) => ({ question, ...((await post("ask", question)) as { status: number; answer: unknown }) });
}
