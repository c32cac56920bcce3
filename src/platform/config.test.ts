import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

const refused = (env: Record<string, string>) => {
  try {
    readConfig(env);
  } catch (error) {
    return String(error);
  }
  return null;
};

const production = {
  NODE_ENV: "production",
  PUBLIC_BASE_URL: "https://visits.example.gr",
  GSIS_BASE_URL: "https://oauth2.gsis.gr",
  GSIS_CLIENT_ID: "id",
  GSIS_CLIENT_SECRET: "secret",
  DIRECTORY_URL: "https://directory.example.gr",
};

test("nothing need be set for a trial, and blanks count as not set", () => {
  expect(readConfig({ PORT: "", GSIS_BASE_URL: "" })).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    DIRECTORY_KIND: "ked",
  });
});

test("a misspelt name of ours is not silently ignored; others' are none of our business", () => {
  expect(refused({ GSIS_CLIENT_SECRT: "x" })).toContain("GSIS_CLIENT_SECRT");
  expect(refused({ DIRECTORY_URI: "x" })).toContain("DIRECTORY_URI");
  expect(refused({ HOME: "/", EDITOR: "ed" })).toBeNull();
});

test("every wrong value is named at once", () => {
  const reason = refused({ PORT: "eighty", PUBLIC_BASE_URL: "example" });
  expect(reason).toContain("PORT");
  expect(reason).toContain("PUBLIC_BASE_URL");
});

test("production takes no stand-ins, no half sign-in and no plain http", () => {
  expect(refused(production)).toBeNull();
  expect(refused({ ...production, GSIS_BASE_URL: "" })).toContain("GSIS_BASE_URL");
  expect(refused({ ...production, DIRECTORY_URL: "" })).toContain("DIRECTORY_URL");
  expect(refused({ ...production, GSIS_CLIENT_SECRET: "" })).toContain("GSIS_CLIENT_SECRET");
  expect(refused({ ...production, PUBLIC_BASE_URL: "http://visits.example.gr" })).toContain("https");
  expect(
    refused({ ...production, OIDC_ISSUER: "https://id.example.gr", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" }),
  ).toContain("not both");
});
