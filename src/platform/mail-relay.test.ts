import { expect, test } from "vitest";
import { mailRelayOf } from "./mail-relay.ts";

test("another machine is spoken to under TLS only", () => {
  expect(mailRelayOf("smtp://mail.example.gr")).toEqual({
    host: "mail.example.gr",
    port: 587,
    secure: false,
    requireTLS: true,
    ignoreTLS: false,
  });
  expect(mailRelayOf("smtps://MAIL.example.gr:2465/")).toEqual({
    host: "mail.example.gr",
    port: 2465,
    secure: true,
    requireTLS: false,
    ignoreTLS: false,
  });
});

test.each(["127.0.0.1", "LocalHost", "[::1]"])("%s is this machine, which needs none", (host) => {
  expect(mailRelayOf(`smtp://${host}:2525`)).toMatchObject({ port: 2525, requireTLS: false, ignoreTLS: true });
});

test.each(["127.0.0.1.example.gr", "localhost.example.gr", "mail.localhost", "10.0.0.1", "[2001:db8::1]"])(
  "%s is another",
  (host) => {
    expect(mailRelayOf(`smtp://${host}`)).toMatchObject({ requireTLS: true, ignoreTLS: false });
  },
);

test("the address of a host in brackets comes without them", () => {
  expect(mailRelayOf("smtp://[2001:db8::1]:25")?.host).toBe("2001:db8::1");
});

test("user and password are decoded", () => {
  const auth = { user: "visits@example.gr", pass: "a:b/c%" };
  expect(mailRelayOf("smtps://visits%40example.gr:a%3Ab%2Fc%25@mail.example.gr")).toMatchObject({ auth });
});

test.each([
  ["no scheme of mail", "https://mail.example.gr"],
  ["no host", "smtp:///"],
  ["no slashes", "smtp:mail.example.gr"],
  ["a host with a space", "smtp://mail example.gr"],
  ["a host in Greek letters", "smtp://ταχυδρομείο.gr"],
  ["a port that there is not", "smtp://mail.example.gr:99999"],
  ["a user without a password", "smtp://visits@mail.example.gr"],
  ["a password without a user", "smtp://:secret@mail.example.gr"],
  ["a percent sign that means nothing", "smtp://visits:100%@mail.example.gr"],
  [
    "an option that would switch off the check of the certificate",
    "smtps://mail.example.gr?tls.rejectUnauthorized=false",
  ],
  ["a path", "smtp://mail.example.gr/inbox"],
  ["a fragment", "smtp://mail.example.gr#x"],
])("refused: %s", (_, address) => {
  expect(mailRelayOf(address)).toBeNull();
});
