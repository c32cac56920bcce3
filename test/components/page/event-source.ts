import { vi } from "vitest";
import type { LiveEvents } from "../../../src/live/events.ts";

/** The stream of an office: it says at once that it is there, and then what the test has it say. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  readonly readyState = 1;
  onerror: (() => void) | null = null;
  constructor() {
    super();
    streams.add(this);
    queueMicrotask(() => this.say("beat", { ...clock(), quietMs: null }));
  }
  say(name: keyof LiveEvents, data: unknown): void {
    if (streams.has(this)) this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
  close(): void {
    streams.delete(this);
  }
}

const streams = new Set<Stream>();

function clock(): { date: string; time: string } {
  const now = Temporal.Now.zonedDateTimeISO("Europe/Athens");
  return { date: now.toPlainDate().toString(), time: now.toPlainTime().toString({ smallestUnit: "minute" }) };
}

export const openStreams = (): void => void vi.stubGlobal("EventSource", Stream);

export const closeStreams = (): void => streams.clear();

export function hear<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): void {
  for (const stream of [...streams]) stream.say(name, data);
}
