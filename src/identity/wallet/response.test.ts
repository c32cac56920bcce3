import { CompactEncrypt, importJWK, type JWK } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { type EncryptionKey, newEncryptionKey, openWalletResponse } from "./response.ts";

let key: EncryptionKey;

beforeAll(async () => {
  key = await newEncryptionKey();
});

const ANSWER = { vp_token: { pid: ["token~disclosure~binding"] } };

async function encrypted(
  content: unknown,
  header: Record<string, unknown> = {},
  to: JWK = key.publicKey,
): Promise<string> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: "ECDH-ES", enc: "A128GCM", ...header })
    .encrypt(await importJWK(to, "ECDH-ES"));
}

test("every key is new", async () => {
  const other = await newEncryptionKey();
  expect(other.publicKey.x).not.toBe(key.publicKey.x);
  expect(other.publicKey.kid).not.toBe(key.publicKey.kid);
  expect(key.publicKey).not.toHaveProperty("d");
});

test.each(["A128GCM", "A256GCM"])("opens what is encrypted by %s", async (enc) => {
  expect(await openWalletResponse(await encrypted(ANSWER, { enc }), key.privateKey)).toBe("token~disclosure~binding");
});

describe("refuses", () => {
  const refusalOf = async (jwe: string | Promise<string>): Promise<unknown> =>
    openWalletResponse(await jwe, key.privateKey).then(
      () => "taken",
      (fault) => fault.message,
    );

  test("what is not encrypted", async () => {
    expect(await refusalOf(JSON.stringify(ANSWER))).toBe("not-encrypted: the answer is no encrypted token");
    expect(await refusalOf("header.payload.signature")).toBe("not-encrypted: the answer is no encrypted token");
  });

  test("what is encrypted for another request", async () => {
    const other = await newEncryptionKey();
    expect(await refusalOf(encrypted(ANSWER, {}, other.publicKey))).toBe("malformed: the answer can't be decrypted");
  });

  test("another content encryption", async () => {
    expect(await refusalOf(encrypted(ANSWER, { enc: "A256CBC-HS512" }))).toBe(
      "malformed: the answer can't be decrypted",
    );
  });

  test("another agreement on the key", async () => {
    expect(await refusalOf(encrypted(ANSWER, { alg: "ECDH-ES+A128KW" }))).toBe(
      "malformed: the answer can't be decrypted",
    );
  });

  test("what is compressed, however small", async () => {
    expect(await refusalOf(encrypted(ANSWER, { zip: "DEF" }))).toBe("malformed: the answer can't be decrypted");
  });

  test("what is too long, before it is decrypted", async () => {
    expect(await refusalOf(encrypted(Buffer.from("x".repeat(50_000))))).toBe("malformed: the answer is too long");
    expect(await refusalOf(encrypted(Buffer.from("x".repeat(40_000))))).toBe(
      "malformed: the answer can't be decrypted",
    );
  });

  test("what is no JSON, or no text", async () => {
    const halfLetter = JSON.stringify(ANSWER).replace("token", "\u00ce");
    expect(await refusalOf(encrypted(Buffer.from(halfLetter, "latin1")))).toBe(
      "malformed: the answer can't be decrypted",
    );
    expect(await refusalOf(encrypted(Buffer.from("token")))).toBe("malformed: the answer can't be decrypted");
  });

  test.each([
    ["two presentations", { vp_token: { pid: ["one", "two"] } }],
    ["no presentation", { vp_token: { pid: [] } }],
    ["another credential beside it", { vp_token: { pid: ["one"], address: ["two"] } }],
    ["another credential", { vp_token: { address: ["one"] } }],
    ["a presentation that is no text", { vp_token: { pid: [{}] } }],
    ["a presentation that is in no list", { vp_token: { pid: "one" } }],
    ["nothing", null],
  ])("%s", async (_what, answer) => {
    expect(await refusalOf(encrypted(answer))).toBe(
      "malformed: the answer is not the one presentation that was asked for",
    );
  });

  test("an error in the place of a presentation", async () => {
    expect(await refusalOf(encrypted({ error: "access_denied" }))).toBe("declined: the wallet sent an error");
  });
});
