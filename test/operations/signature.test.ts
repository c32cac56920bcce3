import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signFiles } from "../../scripts/sign.ts";
import { hasOpenssl } from "../certificates.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "visits-signed-"));
  writeFileSync(at("bill"), '{"bomFormat":"CycloneDX"}');
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const openssl = (...args: string[]): string =>
  execFileSync("openssl", args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
const verify = (): string =>
  openssl("pkeyutl", "-verify", "-pubin", "-inkey", "public", "-rawin", "-in", "bill", "-sigfile", "bill.sig");

test.runIf(hasOpenssl)("who has the builder's public key verifies the bill, and sees that it was changed", () => {
  openssl("genpkey", "-algorithm", "ed25519", "-out", "key");
  openssl("pkey", "-in", "key", "-pubout", "-out", "public");
  signFiles(at("key"), [at("bill")]);
  expect(verify()).toContain("Verified Successfully");
  writeFileSync(at("bill"), '{"bomFormat":"CycloneDX","components":[]}');
  expect(verify).toThrow();
});

test.runIf(hasOpenssl)("a key of another kind is refused, and nothing is signed with it", () => {
  openssl("genpkey", "-algorithm", "RSA", "-out", "other");
  writeFileSync(at("second"), "");
  expect(() => signFiles(at("other"), [at("second")])).toThrow("SIGNING_KEY must be a key of Ed25519");
  expect(existsSync(at("second.sig"))).toBe(false);
});
