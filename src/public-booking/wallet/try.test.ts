import { expect, test } from "vitest";
import { newEncryptionKey } from "../../identity/wallet/response.ts";
import { newToken } from "../../platform/token.ts";
import { openKey, sealKey } from "./try.ts";

/** The key that opens a wallet's answer, as it lies in the database: it is opened by what the wallet is told, and else by nothing. */
const id = newToken();

test("it opens with the id of its own try, and not with another one", async () => {
  const { privateKey } = await newEncryptionKey();
  const sealed = sealKey(id, privateKey);
  expect(openKey(id, sealed)).toEqual(privateKey);
  expect(() => openKey(newToken(), sealed)).toThrow();
  expect(sealed.includes(privateKey.d as string)).toBe(false);
});

test("it opens no more where a byte was changed, and is sealed otherwise each time", async () => {
  const { privateKey } = await newEncryptionKey();
  const [sealed, again] = [sealKey(id, privateKey), sealKey(id, privateKey)];
  expect(sealed.equals(again)).toBe(false);
  sealed.writeUInt8(sealed.readUInt8(40) ^ 1, 40);
  expect(() => openKey(id, sealed)).toThrow();
});
