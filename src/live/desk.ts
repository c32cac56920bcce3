import type { LiveEvents } from "./events.ts";

/** Somebody's page that listens. */
export interface Desk {
  readonly employee: number;
  /** The page; undefined: it fills nothing in */
  readonly id: string | undefined;
  send(text: string): void;
  end(): void;
}

export const eventText = <Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
