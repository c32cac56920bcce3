import { expect, test } from "vitest";
import { partyOf } from "./party.ts";

const KEY = Buffer.from("of this installation");
const of = (ip: string, key = KEY) => partyOf(ip, key);

test("an address and its network, as they are written in either protocol", () => {
  const one = of("198.51.100.7");
  expect(of("::ffff:198.51.100.7")).toEqual(one);
  expect(of("198.51.100.8")).toEqual({
    address: expect.not.stringContaining(one?.address ?? ""),
    network: one?.network,
  });
  expect(of("198.51.101.7")?.network).not.toBe(one?.network);
});

test("of an IPv6 address only what its owner was given, however its zeros are written", () => {
  const one = of("2001:db8:0:5:1:2:3:4");
  expect(of("2001:DB8::5:9:9:9:9")).toEqual(one);
  expect(of("2001:db8:0:6::1")).toEqual({
    address: expect.not.stringContaining(one?.address ?? ""),
    network: one?.network,
  });
  expect(of("2001:db8:1:5::1")?.network).not.toBe(one?.network);
  expect(of("fe80::1%eth0")).toEqual(of("fe80::2"));
});

test("this machine's own tells nothing; and what is kept is no address, but a hash that another installation does not know", () => {
  expect([of("127.0.0.1"), of("::1"), of("::ffff:127.0.0.1")]).toEqual([null, null, null]);
  expect(JSON.stringify(of("198.51.100.7"))).not.toContain("198");
  expect(of("198.51.100.7", Buffer.from("another"))).not.toEqual(of("198.51.100.7"));
});
