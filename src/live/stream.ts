import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";

export interface EventStream {
  readonly body: Readable;
  send(text: string): void;
  end(): void;
}

/** Some hundred events: a page that leaves so many unread is cut off, and asks for everything when it comes back. */
const MOST_UNREAD = 32 * 1024;

/** The body of an answer that goes on until either side ends it; then `onOver` is called, once. */
export function openEventStream(reply: FastifyReply, onOver: () => void): EventStream {
  const body = new Readable({ read: () => {} });
  let isOver = false;
  body.once("close", () => {
    isOver = true;
    onOver();
  });
  return {
    body,
    send: (text) => {
      if (isOver) return;
      body.push(text);
      if (body.readableLength + reply.raw.writableLength > MOST_UNREAD) reply.raw.destroy();
    },
    end: () => {
      if (!isOver) body.push(null);
      isOver = true;
    },
  };
}
