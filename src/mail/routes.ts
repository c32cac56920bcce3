import { z } from "zod";
import { operableOffice } from "../identity/office-access.ts";
import { ifNoneMatch, keyed, ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { OfficeLists } from "../live/office-lists.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import type { App } from "../platform/http/server.ts";
import { appointmentMailsResponse, mailCountResponse, mailResponse, officeMailsResponse } from "./contract.ts";
import { appointmentMails, countMails, officeMails, resend } from "./mails.ts";
import { type SampleRouteDeps, sampleRoutes } from "./samples/sample-routes.ts";

interface MailDeps extends StaffRouteDeps, SampleRouteDeps {
  readonly lists: OfficeLists;
}

/** Letters to citizens, as their office sees them (circular §Β: «η αποστολή e-mail»). */
export async function mailRoutes(app: App, deps: MailDeps): Promise<void> {
  await sampleRoutes(app, deps);
  const { db, clock, authenticate, lists } = deps;
  const ofItem = ofOffice.extend({ id: z.string() });

  const ofAppointment = {
    config: { view: { act: "mails-viewed", of: "appointment" } },
    schema: { params: ofItem, response: { 200: appointmentMailsResponse, ...problems } },
  } as const;
  app.get("/api/offices/:office/appointments/:id/mails", ofAppointment, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => appointmentMails(tx, office, request.params.id));
  });

  const list = {
    config: { view: { act: "mails-viewed", of: "shown" } },
    schema: { params: ofOffice, response: { 200: officeMailsResponse, ...problems } },
  } as const;
  app.get("/api/offices/:office/mails", list, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => officeMails(tx, office, clock()));
  });

  const count = {
    schema: { params: ofOffice, headers: ifNoneMatch, response: { 200: mailCountResponse, ...problems } },
  };
  app.get("/api/offices/:office/mails/count", count, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const now = clock();
    return lists.send({ request, reply }, office, {
      key: "mail count",
      now,
      read: () => db.read({ office: office.id }, (tx) => countMails(tx, office, now)),
    });
  });

  const again = {
    schema: {
      params: ofItem,
      headers: keyed,
      body: z.strictObject({}).nullish(),
      response: { 200: mailResponse, ...problems },
    },
  };
  app.post("/api/offices/:office/mails/:id/resend", again, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const now = clock();
    const scope = idempotencyScopeOf(request, `send ${request.params.id} again`, office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 200, now }, () => resend(tx, office, request.params.id, now)),
    );
    return sendOnce(reply, answer);
  });
}
