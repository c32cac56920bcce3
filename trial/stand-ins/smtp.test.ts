import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mailRelayOf } from "../../src/platform/mail-relay.ts";
import { type SmtpStandIn, startSmtp } from "./smtp.ts";

const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");
const TO = "eleni@example.gr";

let smtp: SmtpStandIn;
beforeEach(async () => {
  smtp = await startSmtp({ clock: () => NOW });
});
afterEach(() => smtp.stop());

/** What the client hears: its answer, or why there was none */
const send = async (to: string | string[] = TO, more: object = {}) => {
  const transport = createTransport({ ...mailRelayOf(smtp.url) });
  try {
    return await transport.sendMail({
      from: "visits@example.gr",
      to,
      subject: "Ραντεβού",
      text: "Σας περιμένουμε.",
      ...more,
    });
  } catch (error) {
    const { code, responseCode, response } = error as { code?: string; responseCode?: number; response?: string };
    return { code, responseCode, response };
  }
};
const accepted = { response: expect.stringMatching(/^250 /) };
const isLost = { code: expect.stringMatching(/^E(CONNECTION|CONNRESET|SOCKET)$/), responseCode: undefined };

test("what arrives is kept with its envelope, its parts and its source", async () => {
  const icalEvent = { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n" };
  const more = { html: "<p>Σας <b>περιμένουμε</b>.</p>", icalEvent, headers: { "X-Kind": "ραντεβού" } };
  expect(await send(TO, more)).toMatchObject(accepted);
  expect(smtp.messages()).toMatchObject([
    {
      id: 1,
      at: NOW,
      from: "visits@example.gr",
      to: [TO],
      subject: "Ραντεβού",
      text: expect.stringContaining("Σας περιμένουμε."),
      html: expect.stringContaining("<b>περιμένουμε</b>"),
      calendar: expect.stringContaining("BEGIN:VCALENDAR"),
      headers: expect.arrayContaining([{ name: "X-Kind", value: "ραντεβού" }]),
      attachments: expect.arrayContaining([expect.objectContaining({ type: "text/calendar" })]),
      raw: expect.stringContaining("MIME-Version: 1.0"),
    },
  ]);
});

test("they stand in the order in which they came, and can be asked for by recipient", async () => {
  await send(TO);
  await send(["Petros@Example.gr", TO]);
  expect(smtp.messages().map(({ id }) => id)).toEqual([1, 2]);
  expect(smtp.messages("petros@example.gr").map(({ id }) => id)).toEqual([2]);
  expect(smtp.messages("nobody@example.gr")).toEqual([]);
});

test("a message that can't be read has arrived all the same", async () => {
  const deep = Array.from(
    { length: 300 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
  );
  expect(await send(TO, { raw: deep.join("") })).toMatchObject(accepted);
  expect(smtp.messages()).toMatchObject([{ to: [TO], text: null, raw: expect.stringContaining("boundary=b299") }]);
});

test("a message that is too large is refused and not kept", async () => {
  expect(await send(TO, { text: "x".repeat(2_100_000) })).toMatchObject({ responseCode: 552 });
});

test("only this machine is listened to", async () => {
  const others = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address),
  );
  for (const host of ["127.0.0.2", ...others]) {
    for (const port of [new URL(smtp.url).port, new URL(smtp.page).port]) {
      expect(await connection(host, Number(port)), host).toBe("ECONNREFUSED");
    }
  }
  expect(await connection("127.0.0.1", Number(new URL(smtp.url).port))).toBe("open");
});

const connection = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, host, () => resolve("open"));
    socket.once("connect", () => socket.destroy());
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
  });

test("one recipient is refused and the others are not", async () => {
  smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", recipient: "full@*", code: 552, text: "Mailbox full" }] });
  expect(await send("Full@example.gr")).toMatchObject({ responseCode: 552, response: "552 Mailbox full" });
  expect(await send("half.full@example.gr")).toMatchObject(accepted);
  expect(await send(["full@example.gr", TO])).toMatchObject({ ...accepted, rejected: ["full@example.gr"] });
  expect(smtp.messages().map(({ to }) => to)).toEqual([["half.full@example.gr"], [TO]]);
});

test("a dot in a pattern is a dot", async () => {
  smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", recipient: "a.b@example.gr" }] });
  expect(await send("axb@example.gr")).toMatchObject(accepted);
  expect(await send("a.b@example.gr")).toMatchObject({ responseCode: 451 });
});

test("a refusal lasts as often as it says", async () => {
  smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", recipient: TO, code: 421, times: 2 }] });
  expect(await send("petros@example.gr")).toMatchObject(accepted);
  expect(await send()).toMatchObject({ responseCode: 421 });
  expect(await send()).toMatchObject({ responseCode: 421 });
  expect(await send()).toMatchObject(accepted);
});

test.each(["connect", "mail", "data", "answer"] as const)("everybody is refused at %s", async (at) => {
  smtp.knobs({ faults: [{ at, does: "refuse", code: 554, text: "No" }] });
  expect(await send()).toMatchObject({ responseCode: 554, response: expect.stringContaining("No") });
  expect(smtp.messages()).toHaveLength(at === "answer" ? 1 : 0);
});

test.each(["connect", "mail", "rcpt", "data", "answer"] as const)("nothing is answered at %s", async (at) => {
  smtp.knobs({ faults: [{ at, does: "hang", times: 1 }] });
  const open = send();
  await expect.poll(async () => (await (await fetch(`${smtp.page}/knobs.json`)).json()).faults).toEqual([]);
  await smtp.stop();
  expect(await open).toMatchObject(isLost);
  expect(smtp.messages()).toHaveLength(at === "answer" ? 1 : 0);
});

test.each(["connect", "mail", "rcpt", "data", "answer"] as const)("the connection ends at %s", async (at) => {
  smtp.knobs({ faults: [{ at, does: "close" }] });
  expect(await send()).toMatchObject(isLost);
  expect(smtp.messages()).toHaveLength(at === "answer" ? 1 : 0);
});

test("a delay is waited for, at each point", async () => {
  smtp.knobs({ faults: [{ at: "each", does: "delay", ms: 40 }] });
  const before = performance.now();
  expect(await send()).toMatchObject(accepted);
  expect(performance.now() - before).toBeGreaterThanOrEqual(5 * 39);
});

test("what comes after a delay happens too", async () => {
  smtp.knobs({
    faults: [
      { at: "rcpt", does: "delay", ms: 1 },
      { at: "rcpt", does: "refuse", code: 550 },
    ],
  });
  expect(await send()).toMatchObject({ responseCode: 550 });
});

test("dead, it takes no connection and ends the open ones; alive again, it has the same address", async () => {
  smtp.knobs({ faults: [{ at: "answer", does: "hang" }] });
  const open = send();
  await expect.poll(() => smtp.messages().length).toBe(1);
  smtp.knobs({ dead: true });
  expect(await open).toMatchObject(isLost);
  expect(await send()).toMatchObject(isLost);
  smtp.knobs({});
  expect(await send()).toMatchObject(accepted);
});

test("a knob that there is not is refused, and it is said which", () => {
  const turn = (knobs: object) => () => smtp.knobs(knobs);
  const refusal = (issue: object) => expect.objectContaining({ issues: [expect.objectContaining(issue)] });
  const isNoRefusal = { faults: [{ at: "rcpt", does: "refuse", code: 250 }] };
  expect(turn(isNoRefusal)).toThrow(refusal({ code: "too_small", path: ["faults", 0, "code"] }));
  expect(turn({ slow: true })).toThrow(refusal({ code: "unrecognized_keys", keys: ["slow"] }));
});
