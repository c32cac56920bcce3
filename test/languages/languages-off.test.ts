import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COUNTER_LANGUAGES } from "../../src/text/languages.ts";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { publishedContract } from "../contract/document.ts";
import { aHead } from "../office-head.ts";
import { aPartner, type TestPartner } from "../partner.ts";
import { aPrinter } from "../printer.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../visit-desk.ts";
import { aWalletWorld, type WalletWorld } from "../wallet/wallet-world.ts";
import type { Reply, World } from "../world.ts";

/** A language that the ministry has switched off is accepted nowhere. */

let wallets: WalletWorld;
let world: World;
let smtp: SmtpStandIn;
let desk: VisitDesk;
let partner: TestPartner;
beforeAll(async () => {
  smtp = await startSmtp();
  wallets = await aWalletWorld({ SMTP_URL: smtp.url });
  world = wallets.world;
  desk = await aVisitDesk(world);
  partner = await aPartner(world);
});
afterAll(async () => {
  await wallets.close();
  await smtp.stop();
});

const VISIT = { date: DAY, service: "signature", lastName: "Hoxha", firstName: "Arta", language: "sq" };
const NOTES = { mailNote: null, mailNoteEn: null, language: "sq" };
const asHead = async (path: string, body: object) =>
  (await aHead(world, desk.office)).ask("POST", `${desk.office.code}/${path}`, { body });

/** Each operation whose request takes a language in which citizens read, with one that is off. */
const CALLS: Readonly<Record<string, () => Promise<Reply>>> = {
  "POST /api/offices/{office}/appointments": () =>
    desk.clerk.ask("POST", `${desk.office.code}/appointments`, {
      body: { ...VISIT, queue: 1, time: "09:00" },
      key: randomUUID(),
    }),
  "PATCH /api/offices/{office}/appointments/{id}": async () => {
    const body = { ...VISIT, queue: 1, time: "10:00", language: "el" };
    const made = await desk.clerk.ask("POST", `${desk.office.code}/appointments`, { body, key: randomUUID() });
    const { id, version } = made.body;
    return desk.clerk.ask("PATCH", `${desk.office.code}/appointments/${id}`, { body: { language: "sq" }, version });
  },
  "POST /api/public/v1/partner/appointments": () =>
    partner.ask("POST", "appointments", {
      body: { ...VISIT, office: desk.office.code, time: "11:00", email: "arta@example.gr" },
      key: randomUUID(),
    }),
  "POST /api/public/v1/printer/numbers": async () =>
    (await aPrinter(world, desk.office)).press(randomUUID(), { language: "sq" }),
  "POST /api/offices/{office}/letter-previews": () => asHead("letter-previews", NOTES),
  "POST /api/offices/{office}/letter-tests": () => asHead("letter-tests", NOTES),
};

/** The ministry looks at its letters before it switches a language on. */
const BEFORE_IT_IS_ON = ["POST /api/ministry/letter-previews"];

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

test("every operation that takes a language of citizens is looked at", async () => {
  const { paths, components } = JSON.parse(await publishedContract());
  const schemaOf = (schema: { readonly $ref?: string }) =>
    schema.$ref ? components.schemas[schema.$ref.split("/").at(-1) as string] : schema;
  const taking = Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { requestBody }]) =>
        Object.values(requestBody?.content ?? {}).some(({ schema }) => takesLanguage(schemaOf(schema))),
      )
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  expect(taking.toSorted()).toEqual([...Object.keys(CALLS), ...BEFORE_IT_IS_ON].toSorted());
});

/** Wherever in a request it stands. */
function takesLanguage(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  const { enum: values } = schema as { readonly enum?: unknown };
  if (
    Array.isArray(values) &&
    COUNTER_LANGUAGES.every((language) => values.includes(language)) &&
    values.includes("el")
  )
    return true;
  return Object.values(schema).some(takesLanguage);
}

test.each(Object.keys(CALLS))("%s refuses one that is off, at its field", async (operation) => {
  const { status, body } = await (CALLS[operation] as () => Promise<Reply>)();
  expect([status, body.errors]).toMatchObject([422, [{ field: "language", code: "language-not-offered" }]]);
});

const PAGES = [
  "/book",
  "/book/who",
  "/book/check",
  "/book/easy",
  "/book/wallet",
  "/book/wallet/open",
  "/book/wallet/elsewhere",
  "/book/wallet/move/x",
  "/link/x",
  "/privacy",
  "/entrance",
];

test("pages of one that is off lead on in English, also what is sent", async () => {
  for (const language of COUNTER_LANGUAGES)
    for (const path of PAGES) {
      const seen = await desk.citizen.see(`/${language}${path}`);
      const sent = await desk.citizen.send(`/${language}${path}`, { language });
      for (const { status, headers } of [seen, sent]) {
        if (status !== 404) expect([status, headers.location]).toEqual([307, `/en${path}`]);
      }
    }
});
