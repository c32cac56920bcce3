import type { FastifyReply } from "fastify";
import { expect, test, vi } from "vitest";
import { openEventStream } from "./stream.ts";

const EVENT = "x".repeat(1_000);

function aReply() {
  const raw = { writableLength: 0, destroy: vi.fn() };
  return { raw, reply: { raw } as unknown as FastifyReply };
}

test("a page that leaves too much unread is cut off", () => {
  const { raw, reply } = aReply();
  const { send } = openEventStream(reply, () => {});
  for (let sent = 0; sent < 32; sent++) send(EVENT);
  expect(raw.destroy).not.toHaveBeenCalled();
  send(EVENT);
  expect(raw.destroy).toHaveBeenCalled();
});

test("so is one whose network takes no more, though the program has handed all over", () => {
  const { raw, reply } = aReply();
  raw.writableLength = 32 * 1024;
  openEventStream(reply, () => {}).send("x");
  expect(raw.destroy).toHaveBeenCalled();
});

test("a page that reads is not, however much it gets", async () => {
  const { raw, reply } = aReply();
  const { body, send } = openEventStream(reply, () => {});
  body.resume();
  for (let sent = 0; sent < 200; sent++) {
    send(EVENT);
    await new Promise(setImmediate);
  }
  expect(raw.destroy).not.toHaveBeenCalled();
});

test("after its end nothing is said, and the end is told once", async () => {
  const onOver = vi.fn();
  const { body, send, end } = openEventStream(aReply().reply, onOver);
  send(EVENT);
  end();
  end();
  send(EVENT);
  const read = await body.toArray();
  await new Promise(setImmediate);
  expect(read).toHaveLength(1);
  expect(onOver).toHaveBeenCalledTimes(1);
});
