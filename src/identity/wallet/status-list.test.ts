import { deflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { base64Of, type Issuer, makeIssuer, NOW, newKeys } from "../../../test/wallet/certificates.ts";
import { LIST_URI, packed, type StatusListOrder, statusListToken } from "../../../test/wallet/lists.ts";
import { secondsOf, tamperedToken } from "../../../test/wallet/tokens.ts";
import { readStatusList, type StatusListChecks } from "./status-list.ts";

const AT = secondsOf(NOW);

let issuer: Issuer;
let checks: StatusListChecks;

beforeAll(async () => {
  issuer = await makeIssuer();
  checks = { uri: LIST_URI, anchors: [{ certificate: issuer.anchor.certificate, country: "GR" }], now: NOW };
});

const made = (order: Partial<StatusListOrder> = {}): Promise<string> => statusListToken({ issuer, ...order });
const read = async (order: Partial<StatusListOrder> = {}) => readStatusList(await made(order), checks);

test("the list of the draft's own example, one bit each", async () => {
  const statuses = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1];
  expect([...packed(statuses, 1)]).toEqual([0xb9, 0xa3]);
  const list = readStatusList(await made({ payload: { status_list: { bits: 1, lst: "eNrbuRgAAhcBXQ" } } }), checks);
  expect(statuses.map((_status, index) => list.statusAt(index))).toEqual(
    statuses.map((status) => (status === 1 ? "invalid" : "valid")),
  );
});

test("the list of the draft's own example, two bits each", async () => {
  const statuses = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3];
  const list = await read({ payload: { status_list: { bits: 2, lst: "eNo76fITAAPfAgc" } } });
  const words = ["valid", "invalid", "suspended", "unknown"];
  expect(statuses.map((_status, index) => list.statusAt(index))).toEqual(statuses.map((status) => words[status]));
});

test.each([4, 8])("of %i bits each", async (bits) => {
  const statuses = [0, 1, 2, 3, 11, 0, 1];
  const list = await read({ bits, list: packed(statuses, bits) });
  expect(statuses.map((_status, index) => list.statusAt(index))).toEqual([
    "valid",
    "invalid",
    "suspended",
    "unknown",
    "unknown",
    "valid",
    "invalid",
  ]);
});

test.each([8, 1e9, -1])("a place that it does not have is unknown: %d", async (index) => {
  expect((await read()).statusAt(index)).toBe("unknown");
});

test("says how long it may be believed, and when to fetch it again", async () => {
  expect(await read()).toMatchObject({ country: "GR" });
  expect(String((await read()).until)).toBe("2026-12-02T10:00:00Z");
  expect(String((await read()).refreshAt)).toBe("2026-12-01T11:00:00Z");
  expect(String((await read({ payload: { ttl: undefined } })).refreshAt)).toBe("2026-12-02T10:00:00Z");
  expect(String((await read({ payload: { ttl: 1e300 } })).refreshAt)).toBe("2026-12-02T10:00:00Z");
  expect(String((await read({ payload: { ttl: 0.0005, exp: AT + 1.5 } })).until)).toBe("2026-12-01T10:00:01.5Z");
});

const listOf = (lst: string, bits: unknown = 1) => ({ payload: { status_list: { bits, lst } } });
const bomb = () => deflateSync(Buffer.alloc(2_000_001)).toString("base64url");

describe("refuses a list", () => {
  test.each<[string, () => Promise<string>, string]>([
    [
      "of another address",
      () => made({ payload: { sub: `${LIST_URI}1` } }),
      "malformed: the status list is of another address",
    ],
    ["of another format", () => made({ header: { typ: "JWT" } }), "malformed: the status list is of another format"],
    ["by another key", async () => made({ key: (await newKeys()).privateKey }), "forged"],
    ["not signed", () => made({ header: { alg: "none" } }), "forged"],
    ["by a shared secret", () => made({ header: { alg: "HS256" } }), "forged"],
    ["changed", async () => tamperedToken(await made(), 1, (payload) => ({ ...payload, ttl: 1 })), "forged"],
    ["of nobody in the trust list", async () => made({ issuer: await makeIssuer("CY") }), "untrusted"],
    ["that brings the anchor", () => made({ header: { x5c: [...issuer.x5c, base64Of(issuer.anchor)] } }), "untrusted"],
    ["that is over", () => made({ payload: { exp: AT - 61 } }), "expired"],
    ["of tomorrow", () => made({ payload: { iat: AT + 86_400 } }), "not-yet-valid"],
    [
      "that ends after all times",
      () => made({ payload: { exp: 1e300 } }),
      "malformed: the status list lacks something",
    ],
    ["without an end", () => made({ payload: { exp: undefined } }), "malformed: the status list lacks something"],
    ["without a beginning", () => made({ payload: { iat: undefined } }), "malformed: the status list lacks something"],
    [
      "that is to be fetched again at once",
      () => made({ payload: { ttl: 0 } }),
      "malformed: the status list lacks something",
    ],
    ["of three bits", () => made(listOf("eNrbuRgAAhcBXQ", 3)), "malformed: the status list lacks something"],
    ["that is not compressed", () => made(listOf("AAAA")), "malformed: the status list can't be inflated"],
    ["that swells beyond two megabytes", () => made(listOf(bomb())), "malformed: the status list can't be inflated"],
    [
      "that is too long",
      async () => `${await made()}${" ".repeat(3_000_000)}`,
      "malformed: the status list is too long",
    ],
  ])("%s", async (_what, token, message) => {
    const text = await token();
    expect(() => readStatusList(text, checks)).toThrow(message);
  });
});

test("takes one that swells to just two megabytes", async () => {
  expect((await read({ list: Buffer.alloc(2_000_000) })).statusAt(15_999_999)).toBe("valid");
});
