import type { BlockList } from "node:net";
import { afterEach, expect, test } from "vitest";
import { answering, aReceiver, endless, type Receiver, silent } from "../../../test/receiver.ts";
import { networksIn } from "../../platform/networks.ts";
import { deliver, type Receivers, receiversOf } from "./deliver.ts";
import { FORBIDDEN, TOO_LATE } from "./failure.ts";
import { mayReach } from "./reachable.ts";

const networks = (text: string) => networksIn(text) as BlockList;
const HERE: Receivers = { networks: networks(""), mayBeHere: true, answerMs: 60_000 };
const IN_PRODUCTION: Receivers = { ...HERE, mayBeHere: false };
const NOTICE = {
  headers: { "webhook-id": "1", "webhook-timestamp": "1", "webhook-signature": "v1,x" },
  body: JSON.stringify({ type: "appointment.booked", data: {} }),
};

let receiver: Receiver | null = null;
afterEach(async () => {
  await receiver?.close();
  receiver = null;
});

test("a notice that was answered with 2xx has arrived, whatever else the receiver says", async () => {
  receiver = await aReceiver();
  expect(await deliver(HERE, receiver.url, NOTICE)).toBeNull();
  expect(receiver.heard[0]?.headers).toMatchObject({ ...NOTICE.headers, "content-type": "application/json" });
  receiver.behaves = endless;
  expect(await deliver(HERE, receiver.url, NOTICE)).toBeNull();
});

test("one that talks without end is not heard out", async () => {
  receiver = await aReceiver();
  const { promise: isLeft, resolve: leave } = Promise.withResolvers<boolean>();
  receiver.behaves = (heard, reply) => {
    reply.on("close", () => leave(true));
    endless(heard, reply);
  };
  await deliver(HERE, receiver.url, NOTICE);
  // Long before the time for its answer is over
  expect(await isLeft).toBe(true);
});

test("any other answer, none, and no receiver are told in short; a redirection leads nowhere", async () => {
  receiver = await aReceiver();
  const { url } = receiver;
  const secret = await aReceiver();
  for (const status of [301, 307, 400, 410, 500]) {
    receiver.behaves = answering(status, { location: secret.url });
    expect(await deliver(HERE, url, NOTICE)).toBe(`HTTP ${status}`);
  }
  expect(secret.heard).toEqual([]);
  receiver.behaves = silent;
  expect(await deliver({ ...HERE, answerMs: 100 }, url, NOTICE)).toBe(TOO_LATE);
  receiver.behaves = answering(101, { connection: "upgrade", upgrade: "x" });
  expect(await deliver(HERE, url, NOTICE)).toMatch(/closed|ECONNRESET|HTTP/);
  await Promise.all([receiver.close(), secret.close()]);
  receiver = null;
  expect(await deliver(HERE, url, NOTICE)).toBe("ECONNREFUSED");
});

test("only a trial knocks at this very machine, and at no other one without TLS", async () => {
  const inProduction = receiversOf({ NODE_ENV: "production", WEBHOOK_NETWORKS: "10.20.0.0/16" });
  expect(inProduction.mayBeHere).toBe(false);
  expect(mayReach("10.20.0.1", inProduction.networks)).toBe(true);
  expect(receiversOf({ NODE_ENV: "development", WEBHOOK_NETWORKS: "" }).mayBeHere).toBe(true);
  expect(await deliver(HERE, "http://10.1.2.3/", NOTICE)).toBe(FORBIDDEN);
});

test("in production nothing of our own is reached, however its address is written", async () => {
  receiver = await aReceiver();
  const { port } = new URL(receiver.url);
  expect(await deliver(IN_PRODUCTION, receiver.url, NOTICE)).toBe(FORBIDDEN);
  for (const host of [
    "127.0.0.1",
    "0x7f000001",
    "2130706433",
    "127.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "169.254.169.254",
  ])
    expect([host, await deliver(IN_PRODUCTION, `https://${host}:${port}/`, NOTICE)]).toEqual([host, FORBIDDEN]);
  // A name is looked up first: this one leads here.
  expect(await deliver(IN_PRODUCTION, `https://localhost:${port}/`, NOTICE)).toBe(FORBIDDEN);
  expect(receiver.heard).toEqual([]);
});

test.each([
  ["93.184.216.34", true],
  ["2606:2800:220:1::1", true],
  ["0.0.0.0", false],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["172.31.255.255", false],
  ["172.32.0.1", true],
  ["192.0.0.1", false],
  ["192.168.0.1", false],
  ["198.19.0.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["::1", false],
  ["::ffff:10.0.0.1", false],
  ["::ffff:168.63.129.16", false],
  ["::ffff:93.184.216.34", false],
  ["::ffff:0:93.184.216.34", false],
  ["::93.184.216.34", false],
  ["168.63.129.16", false],
  ["168.63.129.17", true],
  ["192.0.2.1", false],
  ["192.88.99.1", false],
  ["198.51.100.7", false],
  ["203.0.113.9", false],
  ["64:ff9b::5db8:d822", false],
  ["5f00::1", false],
  ["3fff::1", false],
  ["2001:db8::1", false],
  ["2001:20::1", false],
  ["4000::1", false],
  ["fe80::1%lo", false],
  ["64:ff9b::a00:1", false],
  ["64:ff9b:1::a00:1", false],
  ["100::1", false],
  ["2001:0:a00:1::1", false],
  ["2002:a00:1::", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["fec0::1", false],
  ["ff02::1", false],
  ["no address", false],
])("%s may be reached: %s", (address, expected) => {
  expect(mayReach(address, networks(""))).toBe(expected);
});

test("a network that the operator has named may be reached, and no more of it", () => {
  const named = networks("10.20.0.0/16, fd12::/32");
  const tried = ["10.20.3.4", "10.21.0.1", "fd12::1", "fd13::1"].map((address) => mayReach(address, named));
  expect(tried).toEqual([true, false, true, false]);
});
