import { ministryStaff, NATION } from "../../identity/ministry-access.ts";
import { administeredOffice } from "../../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../../identity/staff-routes.ts";
import { baseOf } from "../../platform/http/base.ts";
import type { App } from "../../platform/http/server.ts";
import { mailRelayOf } from "../../platform/mail-relay.ts";
import { Refusal } from "../../platform/refusal.ts";
import { frameSampleRequest, letterSampleResponse, letterTestResponse, noteSampleRequest } from "../contract.ts";
import { mailerOf } from "../mailer.ts";
import { frameSample, noteSample, noteTest } from "./samples.ts";
import { sendTest } from "./send-test.ts";

export interface SampleRouteDeps extends StaffRouteDeps {
  readonly relay: {
    readonly SMTP_URL?: string | undefined;
    readonly MAIL_FROM: string;
    readonly PUBLIC_BASE_URL?: string | undefined;
  };
}

/** Somebody waits for it: a server that says nothing is given up before the browser gives up. */
const PATIENCE_MS = 8_000;

export async function sampleRoutes(
  app: App,
  { db, clock, authenticate, relay: { SMTP_URL, MAIL_FROM, PUBLIC_BASE_URL } }: SampleRouteDeps,
): Promise<void> {
  const relay = SMTP_URL === undefined ? null : mailRelayOf(SMTP_URL);
  const mailer = relay && mailerOf(relay, PATIENCE_MS);
  app.addHook("onClose", async () => mailer?.close());

  const ofNote = { params: ofOffice, body: noteSampleRequest };
  const preview = { schema: { ...ofNote, response: { 200: letterSampleResponse, ...problems } } };
  app.post("/api/offices/:office/letter-previews", preview, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => noteSample(tx, office, request.body, clock()));
  });

  const test = { schema: { ...ofNote, response: { 200: letterTestResponse, ...problems } } };
  app.post("/api/offices/:office/letter-tests", test, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    if (!mailer) throw new Refusal(503, "mail-server-unreachable");
    const envelope = { from: MAIL_FROM, at: clock(), site: baseOf(request, PUBLIC_BASE_URL) };
    const message = await db.write({ office: office.id }, (tx) => noteTest(tx, office, request.body, envelope));
    return sendTest(mailer, message);
  });

  const ofFrame = { schema: { body: frameSampleRequest, response: { 200: letterSampleResponse, ...problems } } };
  app.post("/api/ministry/letter-previews", ofFrame, async (request) => {
    const ministry = ministryStaff(await authenticate(request));
    return db.read({ office: NATION }, (tx) => frameSample(tx, ministry, request.body, clock()));
  });
}
