import { EVENT_NAMES, type LiveEvents, SILENCE_MS } from "../events.ts";

export interface Listening {
  /** The first thing was heard, or the first after a silence: this */
  onUp<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): void;
  onDown(reason: "refused" | "broken" | "hidden"): void;
  onEvent<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): void;
}

const LONGEST_WAIT_MS = 15_000;

/**
 * Listens while the page is to be seen: a browser has six connections to a server, and hidden pages would keep them.
 * It comes back by itself, later after each failure, and not all pages at once.
 */
export function openConnection(url: string, on: Listening): () => void {
  let source: EventSource | null = null;
  let failures = 0;
  let isUp = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wait = (ms: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
  };
  const disconnect = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
    isUp = false;
  };
  const connect = () => {
    disconnect();
    if (document.visibilityState === "hidden") return;
    source = new EventSource(url);
    source.onerror = fail;
    for (const name of EVENT_NAMES) source.addEventListener(name, hear);
    wait(SILENCE_MS, fail);
  };
  const fail = () => {
    const reason = source?.readyState === EventSource.CLOSED ? "refused" : "broken";
    disconnect();
    on.onDown(reason);
    wait(Math.min(500 * 2 ** failures++, LONGEST_WAIT_MS) * (0.5 + Math.random()), connect);
  };
  const hear = ({ type, data }: MessageEvent<string>) => {
    wait(SILENCE_MS, fail);
    const [name, said] = [type as keyof LiveEvents, JSON.parse(data)];
    if (!isUp) {
      isUp = true;
      failures = 0;
      on.onUp(name, said);
    }
    on.onEvent(name, said);
  };
  const onVisibility = () => {
    if (document.visibilityState === "visible") return connect();
    disconnect();
    on.onDown("hidden");
  };

  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("online", connect);
  addEventListener("offline", fail);
  connect();
  return () => {
    disconnect();
    document.removeEventListener("visibilitychange", onVisibility);
    removeEventListener("online", connect);
    removeEventListener("offline", fail);
  };
}
