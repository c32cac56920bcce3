import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createWebServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Provider } from "oidc-provider";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { aCertificate, type Certificate, hasOpenssl, trusting } from "../../../test/certificates.ts";
import { checkConfig } from "../../../test/check-config.ts";
import { freePort } from "../../../test/free-port.ts";
import { PASSWORD, startDirectory, USERNAME } from "../../../trial/stand-ins/directory.ts";
import { startGsis } from "../../../trial/stand-ins/gsis.ts";
import { CLIENT_ID, CLIENT_SECRET } from "../../../trial/stand-ins/gsis-client.ts";
import { startSmtp } from "../../../trial/stand-ins/smtp.ts";
import { judgeContact } from "./security-contact-probe.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Where it listens, until the test is over. */
async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    server.close();
    if ("closeAllConnections" in server) (server as ReturnType<typeof createWebServer>).closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** The code of one probe, with what it is. */
async function of(probe: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const { probes, exit } = await checkConfig(settings);
  const found = probes.filter((result) => result.probe === probe).map(({ is, code }) => `${is} ${code}`);
  expect(exit).toBe(found.some((line) => line.startsWith("wrong")) ? 1 : 0);
  return found.join();
}

test("whether a contact for weaknesses is set, for not too long and for long enough", () => {
  const today = Temporal.PlainDate.from("2026-11-30");
  const code = (until?: string) => {
    const result = judgeContact(until, today);
    return `${result.is} ${result.code}`;
  };
  expect(code()).toBe("note no-security-contact");
  expect(["2026-11-29", "2026-12-29"].map(code)).toEqual(Array(2).fill("note security-contact-ends"));
  expect(["2026-12-30", "2027-12-01"].map(code)).toEqual(Array(2).fill("fine security-contact-fine"));
  expect(code("2027-12-02")).toBe("note security-contact-too-long");
});

test("where nothing is set a trial's servers would stand in, which is a note", async () => {
  expect(await checkConfig({})).toMatchObject({
    exit: 0,
    lines: [
      "database DATABASE_URL note embedded",
      "sign-in GSIS_* note stand-in",
      "citizens GSIS_CITIZENS_* note no-citizens-sign-in",
      "directory DIRECTORY_URL note stand-in",
      "mail SMTP_URL note stand-in",
    ],
  });
});

describe("the government's sign-in", () => {
  const gsis = (origin: string, changed: Readonly<Record<string, string>> = {}) => ({
    GSIS_BASE_URL: origin,
    GSIS_CLIENT_ID: CLIENT_ID,
    GSIS_CLIENT_SECRET: CLIENT_SECRET,
    ...changed,
  });

  test("is fine where it knows the program, of which it is asked without anybody signing in", async () => {
    const server = await startGsis({ realm: "oauth2servergov", publicOrigin: undefined });
    ends.push(server.stop);
    expect(await of("sign-in", gsis(server.origin))).toBe("fine sign-in-fine");
    expect(await of("sign-in", gsis(server.origin, { GSIS_CLIENT_SECRET: "another" }))).toBe("wrong client-refused");
    expect(await of("sign-in", gsis(server.origin, { GSIS_REALM: "another" }))).toBe("wrong no-sign-in-there");
    server.faults.token = "broken";
    expect(await of("sign-in", gsis(server.origin))).toBe("wrong no-sign-in-there");
  });

  test("that of citizens is tried by its own settings", async () => {
    const server = await startGsis({ realm: "oauth2server", publicOrigin: undefined });
    ends.push(server.stop);
    const settings = (secret: string) => ({
      GSIS_CITIZENS_BASE_URL: server.origin,
      GSIS_CITIZENS_CLIENT_ID: CLIENT_ID,
      GSIS_CITIZENS_CLIENT_SECRET: secret,
    });
    expect(await of("citizens", settings(CLIENT_SECRET))).toBe("fine sign-in-fine");
    expect(await of("citizens", settings("another"))).toBe("wrong client-refused");
  });

  test("one that is silent, or not there, is told so", async () => {
    const server = await startGsis({ realm: "oauth2servergov", publicOrigin: undefined });
    ends.push(server.stop);
    server.faults.token = "slow";
    expect(await of("sign-in", gsis(server.origin))).toBe("wrong too-slow");
    expect(await of("sign-in", gsis(`http://127.0.0.1:${await freePort()}`))).toBe("wrong unreachable");
  });
});

test("OpenID Connect: discovery, then the token endpoint with the program's own secret", async () => {
  const server = createWebServer();
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const client = { client_id: "visits", client_secret: "a-secret-of-the-test", redirect_uris: [`${issuer}/callback`] };
  const provider = new Provider(issuer, { clients: [{ ...client, token_endpoint_auth_method: "client_secret_post" }] });
  server.on("request", provider.callback());
  const settings = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "visits", OIDC_CLIENT_SECRET: client.client_secret };
  expect(await of("sign-in", settings)).toBe("fine sign-in-fine");
  expect(await of("sign-in", { ...settings, OIDC_CLIENT_SECRET: "another" })).toBe("wrong client-refused");
  expect(await of("sign-in", { ...settings, OIDC_CLIENT_ID: "another" })).toBe("wrong client-refused");
  expect(await of("sign-in", { ...settings, OIDC_ISSUER: `${issuer}/elsewhere` })).toBe("wrong no-sign-in-there");
});

describe("the directory of gates", () => {
  test("is asked about nobody, and its call number is told", async () => {
    const directory = await startDirectory();
    ends.push(directory.stop);
    const settings = { DIRECTORY_URL: directory.origin, DIRECTORY_USERNAME: USERNAME, DIRECTORY_PASSWORD: PASSWORD };
    const { probes } = await checkConfig(settings);
    expect(probes.find(({ probe }) => probe === "directory")?.found).toMatch(/αριθμός κλήσης [\da-f-]{36}/);
    expect(await of("directory", settings)).toBe("fine directory-fine");
    expect(await of("directory", { ...settings, DIRECTORY_PASSWORD: "another" })).toBe("wrong directory-refused");
    expect(await of("directory", { ...settings, DIRECTORY_URL: `${directory.origin}/x` })).toBe("wrong directory-ill");
    directory.control.mode = "garbage";
    expect(await of("directory", settings)).toBe("wrong no-directory-there");
    directory.control.mode = "down";
    expect(await of("directory", settings)).toBe("wrong unreachable");
    directory.control.mode = "slow";
    expect(await of("directory", settings)).toBe("wrong too-slow");
  });

  test("as a file it is read, and a fault in it is told by its place, without whom it is about", async () => {
    const folder = await mkdtemp(join(tmpdir(), "visits-directory-"));
    ends.push(() => rm(folder, { recursive: true }));
    const file = join(folder, "gates.json");
    const settings = { DIRECTORY_KIND: "file", DIRECTORY_FILE: file };
    const person = { afm: "000001021", gateId: "ΚΕΠ/9901", role: "clerk" };
    await writeFile(file, JSON.stringify([person]));
    expect(await of("directory", settings)).toBe("fine directory-file-fine");
    await writeFile(file, JSON.stringify([{ ...person, role: "chief" }]));
    const { probes } = await checkConfig(settings);
    const result = probes.find(({ probe }) => probe === "directory");
    expect(result).toMatchObject({ is: "wrong", code: "directory-file-unreadable" });
    expect(result?.found).toContain("0.role");
    expect(result?.found).not.toContain("000001021");
    expect(await of("directory", { ...settings, DIRECTORY_FILE: `${file}x` })).toBe("wrong directory-file-unreadable");
  });
});

describe("the mail server", () => {
  test("greets, and gets no letter", async () => {
    const smtp = await startSmtp();
    ends.push(smtp.stop);
    expect(await of("mail", { SMTP_URL: smtp.url })).toBe("fine mail-fine-in-clear");
    expect(smtp.count()).toBe(0);
    smtp.knobs({ faults: [{ at: "connect", does: "refuse", code: 554, text: "go away" }] });
    expect(await of("mail", { SMTP_URL: smtp.url })).toBe("wrong mail-not-greeted");
    smtp.knobs({ dead: true });
    expect(await of("mail", { SMTP_URL: smtp.url })).toBe("wrong unreachable");
    expect(await of("mail", { SMTP_URL: `smtp://127.0.0.1:${await freePort()}` })).toBe("wrong unreachable");
    const other = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    expect(await of("mail", { SMTP_URL: `smtp://127.0.0.1:${await listening(other)}` })).toBe("wrong mail-not-greeted");
  });

  test("that wants another password, or speaks no TLS, is told so", async () => {
    const asking = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      onAuth: ({ password }, _session, done) =>
        password === "right" ? done(null, { user: "visits" }) : done(new Error("no")),
    });
    asking.on("error", () => {});
    const port = await listening(asking.server as Server);
    expect(await of("mail", { SMTP_URL: `smtp://visits:right@127.0.0.1:${port}` })).toBe("fine mail-fine-in-clear");
    expect(await of("mail", { SMTP_URL: `smtp://visits:wrong@127.0.0.1:${port}` })).toBe("wrong mail-password-refused");
    expect(await of("mail", { SMTP_URL: `smtps://127.0.0.1:${port}` })).toBe("wrong no-tls");
  });
});

describe.runIf(hasOpenssl)("certificates", () => {
  const now = Temporal.Now.instant();
  const inDays = (days: number) => now.add({ hours: 24 * days });
  let long: Certificate;
  let short: Certificate;
  let over: Certificate;
  let foreign: Certificate;
  beforeAll(async () => {
    [long, short, over, foreign] = await Promise.all([
      aCertificate("127.0.0.1", inDays(-1), inDays(90)),
      aCertificate("127.0.0.1", inDays(-80), inDays(10.5)),
      aCertificate("127.0.0.1", inDays(-80), inDays(-1)),
      aCertificate("another.example", inDays(-1), inDays(90)),
    ]);
  });

  /** A server that shows this one, as the address at which people reach the platform. */
  const shown = async (certificate: Certificate) =>
    `https://127.0.0.1:${await listening(createHttpsServer(certificate, (_, response) => response.end()))}`;

  test("of the platform's own address: until when, or what is wrong with it", async () => {
    const code = async (certificate: Certificate, trusted = certificate) => {
      const settings = { PUBLIC_BASE_URL: await shown(certificate) };
      return trusting([trusted], () => of("certificate", settings));
    };
    expect(await code(long)).toBe("fine certificate-fine");
    expect(await code(short)).toBe("note certificate-ends-soon");
    expect(await code(over)).toBe("wrong certificate-expired");
    expect(await code(foreign)).toBe("wrong certificate-of-another");
    expect(await code(long, short)).toBe("wrong certificate-untrusted");
    const nowhere = { PUBLIC_BASE_URL: `https://127.0.0.1:${await freePort()}` };
    expect(await of("certificate", nowhere)).toBe("note own-address-out-of-reach");
  });

  test("days are counted whole, and the date is told", async () => {
    const settings = { PUBLIC_BASE_URL: await shown(short) };
    const { probes } = await trusting([short], () => checkConfig(settings));
    expect(probes.at(-1)).toMatchObject({ code: "certificate-ends-soon", values: { days: 10 } });
  });

  test("one that the directory shows is told where it is valid, and by the directory where it is not", async () => {
    const settings = async (certificate: Certificate) => ({ DIRECTORY_URL: await shown(certificate) });
    const trusted = async (certificate: Certificate) => {
      const given = await settings(certificate);
      const { lines } = await trusting([certificate], () => checkConfig(given));
      return lines.filter((line) => /directory|DIRECTORY/.test(line));
    };
    expect(await trusted(short)).toContain("certificate DIRECTORY_URL note certificate-ends-soon");
    expect(await trusted(over)).toEqual(["directory DIRECTORY_URL wrong certificate-expired"]);
  });

  test.each([true, false])("of a mail server, under TLS at once: %s", async (secure) => {
    const smtp = new SMTPServer({ ...short, secure, authOptional: true });
    smtp.on("error", () => {});
    const port = await listening(smtp.server as Server);
    const { ofSmtp } = await import("./certificates.ts");
    const relay = { host: "127.0.0.1", port, secure, requireTLS: true, ignoreTLS: false };
    const until = await trusting([short], () => ofSmtp(relay)());
    expect(until?.since(now).total("hours")).toBeCloseTo(10.5 * 24, 1);
    await expect(ofSmtp(relay)()).rejects.toThrow(/self-signed/);
  });
});
