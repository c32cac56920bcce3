import { expect, test } from "vitest";
import { checkConfig, say } from "../../../test/check-config.ts";
import { ENVIRONMENT_NAMES, examineConfig } from "../../platform/config.ts";
import { probeSettings } from "./settings-probe.ts";

const found = (env: Readonly<Record<string, string>>) =>
  probeSettings(examineConfig(env)).map(({ setting, is, code, values }) => [setting, is, code, values?.name]);

test("a name that is none is told with the one that was probably meant, and nothing else is kept back for it", async () => {
  expect(found({ GSIS_CLIENT_SECERT: "x" })).toEqual([
    ["GSIS_CLIENT_SECERT", "wrong", "misspelt-setting", "GSIS_CLIENT_SECRET"],
  ]);
  expect(found({ DATABASE_COLOUR: "x" })).toEqual([["DATABASE_COLOUR", "wrong", "unknown-setting", undefined]]);
  const { exit, lines } = await checkConfig({ GSIS_CLIENT_SECERT: "x" });
  expect([exit, lines.length]).toEqual([1, 5]);
});

test("every setting is meant by itself with a letter too many, and by no other", () => {
  const slips = ENVIRONMENT_NAMES.map((name) => `${name}S`).filter((name) => !ENVIRONMENT_NAMES.includes(name));
  const inFamilies = slips.filter((name) => found({ [name]: "x" })[0]?.[2] !== "settings-fine");
  expect(inFamilies.length).toBeGreaterThan(30);
  for (const name of inFamilies)
    expect(found({ [name]: "x" })[0]).toEqual([name, "wrong", "misspelt-setting", name.slice(0, -1)]);
});

test("a value that can't be read, what the start refuses, and what is a choice are told by their settings", () => {
  expect(found({ PORT: "eighty" })).toEqual([["PORT", "wrong", "malformed-setting", undefined]]);
  expect(found({ OIDC_ISSUER: "https://id.example.gr", DIRECTORY_URL: "https://directory.example.gr" })[0]).toEqual([
    "OIDC_ISSUER",
    "wrong",
    "unsafe-settings",
    undefined,
  ]);
  expect(found({ DIRECTORY_URL: "https://directory.example.gr" })).toEqual([
    ["GSIS_BASE_URL", "note", "risky-choice", undefined],
  ]);
  expect(found({})).toEqual([["*", "fine", "settings-fine", undefined]]);
});

test("no server is asked by settings that the start refuses, nor without a network", async () => {
  const refused = { SMTP_URL: "smtp://127.0.0.1:9", DATABASE_OWNER_URL: "postgres://127.0.0.1:9/visits" };
  expect(await checkConfig(refused)).toMatchObject({ exit: 1, lines: [] });
  const { exit, out } = await say({ SMTP_URL: "smtp://127.0.0.1:9" }, "--offline");
  expect([exit, out.includes("SMTP_URL")]).toEqual([0, false]);
});

test("of a secret its length is told, and never what it is", async () => {
  const keys = ["one-key-of-the-audit-that-signs", "an-older-key-of-it"];
  const settings = { AUDIT_KEY: keys.join(", "), DIRECTORY_PASSWORD: "brass-ORBIT-lemon" };
  const { out } = await say(settings, "--offline");
  expect(out).toMatch(/AUDIT_KEY +κλειδιά: 2, χαρακτήρες: 31, 18·/);
  expect(out).toMatch(/DIRECTORY_PASSWORD +χαρακτήρες: 17$/m);
  const json = await say(settings, "--offline", "--json");
  for (const secret of [...keys, settings.DIRECTORY_PASSWORD]) expect(out + json.out).not.toContain(secret);
});
