import { administeredOffice, operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps, seen } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../platform/http/versions.ts";
import { settingsRequest, settingsResponse, staffResponse } from "./contract.ts";
import { changeSettings } from "./settings.ts";
import { settingsById } from "./settings-sql.ts";
import { staffOfOffice } from "./staff.ts";

/** «Το ΚΕΠ μου»: every operator reads it, the administrator changes it. */
export async function settingsRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const answersSettings = { response: { 200: settingsResponse, ...problems } };

  app.get(
    "/api/offices/:office/settings",
    { schema: { params: ofOffice, ...answersSettings } },
    async (request, reply) => {
      const office = operableOffice(await authenticate(request), request.params.office);
      return sendVersioned(reply, await db.read({ office: office.id }, (tx) => settingsById(tx, office.id)));
    },
  );

  const changeOptions = { schema: { params: ofOffice, headers: seen, body: settingsRequest, ...answersSettings } };
  app.patch("/api/offices/:office/settings", changeOptions, async (request, reply) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    const wanted = { version: requiredVersionIn(request), request: request.body };
    return sendVersioned(
      reply,
      await db.write({ office: office.id }, (tx) => changeSettings(tx, office, wanted, clock())),
    );
  });

  const staffOptions = { schema: { params: ofOffice, response: { 200: staffResponse, ...problems } } };
  app.get("/api/offices/:office/staff", staffOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, async (tx) => ({ staff: await staffOfOffice(tx, office) }));
  });
}
