import { isDeepStrictEqual } from "node:util";
import { vi } from "vitest";
import {
  type Exchange,
  isAct,
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
  /** The page is taken away: what it says as it goes is nobody's any more. */
  hearNoMore(): void;
  /**
   * Throws where an act was done that nobody recorded, and in a test that failed anyway what else was asked so.
   * @param isRight else nothing is written down of it
   */
  end(isRight: boolean): void;
}

const NOT_FOUND = { type: "about:blank", status: 404, code: "not-found", title: "Η σελίδα δεν βρέθηκε." };
const recorder = process.env.RECORD && `http://127.0.0.1:${process.env.RECORD}`;
const realFetch = globalThis.fetch;

export async function openServer(file: string, test: string, scene: string): Promise<RecordedServer> {
  const source = recorder ? await liveSource(scene) : storySource(readRecording(file)[test], scene);
  const heard: Exchange[] = [];
  const unknown: { readonly question: Question; readonly said: string }[] = [];
  const written: string[] = [];
  let others: { readonly asked: RegExp; readonly answer: Parameters<RecordedServer["answer"]>[1] }[] = [];
  let pending = 0;
  let isOver = false;
  const ask = async (question: Question): Promise<Exchange> => {
    pending++;
    try {
      const exchange = await source(question);
      heard.push(exchange);
      return exchange;
    } catch (error) {
      unknown.push({ question, said: (error as Error).message });
      // What a page asks by its own time, as counts, may come earlier than it did: there is none yet.
      if (!recorder && !isAct(question)) return { question, status: 404, answer: NOT_FOUND };
      throw error;
    } finally {
      pending--;
    }
  };
  return {
    written,
    fetch: async (path, options) => {
      const question = questionOf(path, options);
      if (isOver) return new Promise(() => {});
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
    hearNoMore: () => {
      isOver = true;
    },
    end: (isRight) => {
      const missed = isRight ? unknown.filter(({ question }) => isAct(question)) : unknown;
      if (missed.length > 0)
        throw new Error(`The server was asked what nobody recorded:\n${missed.map(({ said }) => said).join("\n")}`);
      if (!recorder || !isRight) return;
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
  const acts = exchanges.flatMap(({ question }, index) => (isAct(question) ? [index] : []));
  let done = 0;
  return async (said) => {
    const question = JSON.parse(JSON.stringify(said)) as Question;
    const isSame = (each: Exchange | undefined) => isDeepStrictEqual(each?.question, question);
    const next = acts[done] ?? exchanges.length;
    const act = exchanges[next];
    const found = isAct(question)
      ? [act].find(isSame)
      : (exchanges.slice(0, next).findLast(isSame) ?? exchanges.slice(next).find(isSame));
    if (!found)
      throw new Error(`${JSON.stringify(question)}${act ? `; the next act is ${JSON.stringify(act.question)}` : ""}`);
    if (isAct(question)) done++;
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
