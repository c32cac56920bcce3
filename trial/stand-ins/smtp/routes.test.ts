import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mailRelayOf } from "../../../src/platform/mail-relay.ts";
import { type SmtpStandIn, startSmtp } from "../smtp.ts";

const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");

let smtp: SmtpStandIn;
beforeEach(async () => {
  smtp = await startSmtp({ clock: () => NOW });
});
afterEach(() => smtp.stop());

const send = (mail: object) =>
  createTransport({ ...mailRelayOf(smtp.url) }).sendMail({
    from: "visits@example.gr",
    to: "eleni@example.gr",
    ...mail,
  });
const ask = (path: string, init: RequestInit = {}) => fetch(smtp.page + path, { ...init, redirect: "manual" });
const page = async (path: string) => await (await ask(path)).text();
const form = (fields: Record<string, string>, headers = {}) => ({
  method: "POST",
  body: new URLSearchParams(fields),
  headers,
});
const json = (method: string, body: unknown) => ({
  method,
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});

const CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Ραντεβού\r\nEND:VCALENDAR\r\n";
const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;

test("the page lists what arrived, the newest first, and says that it is a simulation", async () => {
  expect(await page("/")).toContain("έφτασαν 0\u00a0μηνύματα");
  await send({ subject: "Πρώτο", text: "α" });
  await send({ subject: "Δεύτερο", text: "β" });
  const list = await page("/");
  expect(list).toContain("Προσομοίωση για δοκιμή");
  expect(list.indexOf("Δεύτερο")).toBeLessThan(list.indexOf("Πρώτο"));
  expect(list).toContain('<a href="/messages/2">Δεύτερο</a>');
  expect(list).toContain("eleni@example.gr");
  expect(list).toContain('<time datetime="2026-11-24">24/11/2026</time> <time>10:42</time>');
});

test("a message is shown as text, as HTML, as a calendar entry and as its source", async () => {
  const icalEvent = { method: "REQUEST", content: CALENDAR };
  await send({ subject: "Ραντεβού", text: "Απλά λόγια", html: "<p>Με <b>στολίδια</b></p>", icalEvent });
  const shown = await page("/messages/1");
  expect(shown).toContain("<pre>Απλά λόγια");
  expect(shown).toContain('<iframe sandbox="" src="/messages/1/html"');
  expect(shown).toContain("<pre>BEGIN:VCALENDAR");
  expect(shown).toContain("MIME-Version: 1.0");
  expect(await page("/messages/1/html")).toContain("<b>στολίδια</b>");
  expect(await page("/messages/1/source")).toContain("Subject: =?UTF-8?");
  const calendar = await ask("/messages/1/calendar.ics");
  expect(calendar.headers.get("content-disposition")).toBe('attachment; filename="calendar.ics"');
  expect(await calendar.text()).toContain("SUMMARY:Ραντεβού");
});

test("whatever a message says, it is text on our pages, and its HTML may do nothing", async () => {
  const icalEvent = { method: "REQUEST", content: CALENDAR.replace("Ραντεβού", HOSTILE) };
  const attachments = [{ filename: `${HOSTILE}.txt`, content: "x" }];
  await send({ subject: HOSTILE, text: HOSTILE, html: `<p>x${HOSTILE}</p>`, icalEvent, attachments });
  for (const path of ["/", "/messages/1"]) {
    const shown = await page(path);
    expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(shown).not.toMatch(/<script|<img/);
  }
  const policy = (await ask("/messages/1/html")).headers.get("content-security-policy")?.split("; ");
  expect(policy).toEqual(expect.arrayContaining(["sandbox", "default-src 'none'", "frame-ancestors 'self'"]));
  const source = await ask("/messages/1/source");
  expect(source.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(source.headers.get("x-content-type-options")).toBe("nosniff");
});

test("what a message lacks is not there", async () => {
  await send({ text: "Μόνο κείμενο" });
  expect(await page("/messages/1")).toContain("Χωρίς θέμα");
  for (const part of ["html", "calendar.ics", "constructor", "other"]) {
    expect((await ask(`/messages/1/${part}`)).status, part).toBe(404);
  }
  for (const path of ["/messages/2", "/messages/x", "/nowhere"]) expect((await ask(path)).status, path).toBe(404);
});

test("tests read the messages as JSON, all or those to one recipient, and empty them", async () => {
  await send({ subject: "Ένα", text: "α" });
  await send({ subject: "Δύο", text: "β", to: "petros@example.gr" });
  const { arrived, messages } = await (await ask("/messages.json?to=Petros@example.gr")).json();
  expect(arrived).toBe(2);
  expect(messages).toMatchObject([
    { id: 2, at: NOW.toString(), to: ["petros@example.gr"], subject: "Δύο", html: null },
  ]);
  expect((await (await ask("/messages.json")).json()).messages).toHaveLength(2);
  expect(await (await ask("/messages.json", { method: "DELETE" })).json()).toEqual({ arrived: 2, messages: [] });
  await send({ subject: "Τρία", text: "γ" });
  expect(smtp.messages()).toMatchObject([{ id: 3 }]);
});

test("a person empties them with a button, which other sites have not", async () => {
  await send({ subject: "Ένα", text: "α" });
  expect((await ask("/emptying", form({}, { "sec-fetch-site": "cross-site" }))).status).toBe(403);
  expect(smtp.messages()).toHaveLength(1);
  const done = await ask("/emptying", form({}, { "sec-fetch-site": "same-origin" }));
  expect([done.status, done.headers.get("location")]).toEqual([303, "/"]);
  expect(smtp.messages()).toEqual([]);
});

test("knobs are turned as JSON, all at once, and only so", async () => {
  const faults = [{ at: "rcpt", does: "refuse", recipient: "*@full.example", code: 552, times: 1 }];
  const set = await ask("/knobs.json", json("PUT", { faults }));
  expect(await set.json()).toMatchObject({ dead: false, faults });
  await expect(send({ to: "a@full.example", text: "α" })).rejects.toMatchObject({ responseCode: 552 });
  expect(await (await ask("/knobs.json")).json()).toEqual({ dead: false, faults: [] });
  expect((await ask("/knobs.json", json("PUT", { faults: [{ at: "lunch" }] }))).status).toBe(422);
  expect((await ask("/knobs.json", json("PUT", { asleep: true }))).status).toBe(422);
  expect((await ask("/knobs.json", { method: "PUT", body: "{}" })).status).toBe(415);
});

test("a person adds faults in a form, sees them everywhere, and ends them", async () => {
  const wanted = {
    at: "rcpt",
    does: "refuse",
    recipient: " *@full.example ",
    code: "552",
    text: "",
    ms: "",
    times: "3",
  };
  const added = await ask("/knobs", form({ act: "add", ...wanted }));
  expect([added.status, added.headers.get("location")]).toEqual([303, "/knobs"]);
  await ask("/knobs", form({ act: "add", at: "data", does: "delay", ms: "5" }));
  const shown = await page("/knobs");
  expect(shown).toContain("Άρνηση · 552 Refused by a knob of the trial · *@full.example · 3\u00a0φορές ακόμη");
  expect(shown).toContain("Καθυστέρηση · 5\u00a0χιλιοστά του δευτερολέπτου");
  expect(await page("/")).toContain("έχουν οριστεί βλάβες");
  await ask("/knobs", form({ act: "kill" }));
  expect(await page("/")).toContain("δεν δέχεται συνδέσεις");
  await ask("/knobs", form({ act: "revive" }));
  expect(await (await ask("/knobs.json")).json()).toMatchObject({ dead: false, faults: [{ times: 3 }, { ms: 5 }] });
  await ask("/knobs", form({ act: "off" }));
  expect(await (await ask("/knobs.json")).json()).toEqual({ dead: false, faults: [] });
});

test("a fault that can't be is not added, and the form says where and keeps what was typed", async () => {
  const typed = { at: "data", does: "refuse", recipient: HOSTILE, code: "250", text: "ναι", ms: "x", times: "0" };
  const refused = await ask("/knobs", form({ act: "add", ...typed }));
  const shown = await refused.text();
  expect(refused.status).toBe(422);
  expect(shown).toMatch(/role="alert".*Κωδικός της άρνησης.*Κείμενο της άρνησης.*Διάρκεια.*Πόσες φορές/);
  expect(shown.match(/aria-invalid="true"/g)).toHaveLength(4);
  expect(shown).toContain('<option value="data" selected>');
  expect(shown).toContain('value="250"');
  expect(shown).not.toContain("<script");
  expect(await (await ask("/knobs.json")).json()).toMatchObject({ faults: [] });
});
