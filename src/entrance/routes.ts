import { z } from "zod";
import { administeredOffice, operableOffice } from "../identity/office-access.ts";
import { keyed, ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import type { App } from "../platform/http/server.ts";
import { Refusal } from "../platform/refusal.ts";
import { arriveByCode } from "./arrive.ts";
import {
  arrivalRequest,
  arrivalResponse,
  type NewScreen,
  newScreenRequest,
  newScreenResponse,
  screensResponse,
} from "./contract.ts";
import { printRoutes } from "./printer/staff-routes.ts";
import { codeIn } from "./rules.ts";
import { addScreen, entranceScreens, removeScreen } from "./screens.ts";

const SCREENS = "/api/offices/:office/entrance-screens";

/** The head's screens and printers, and the clerk's scanner and paper. */
export async function entranceRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { db, clock, authenticate } = deps;
  printRoutes(app, deps);
  const list = { schema: { params: ofOffice, response: { 200: screensResponse, ...problems } } };
  app.get(SCREENS, list, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => entranceScreens(tx, office, clock()));
  });

  const add = {
    schema: {
      params: ofOffice,
      headers: keyed,
      body: newScreenRequest,
      response: { 201: newScreenResponse, ...problems },
    },
  };
  app.post(SCREENS, add, async (request, reply) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    const now = clock();
    const scope = idempotencyScopeOf(request, "add screen", office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 201, now }, () => addScreen(tx, office, request.body, now), withoutSecret),
    );
    return sendOnce(reply, answer);
  });

  const remove = {
    schema: { params: ofOffice.extend({ id: z.uuid() }), response: { 200: screensResponse, ...problems } },
  };
  app.delete(`${SCREENS}/:id`, remove, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return db.write({ office: office.id }, (tx) => removeScreen(tx, office, request.params.id, clock()));
  });

  const arrive = {
    schema: { params: ofOffice, body: arrivalRequest, response: { 200: arrivalResponse, ...problems } },
  };
  app.post("/api/offices/:office/arrivals", arrive, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const code = codeIn(request.body.code);
    if (code === null)
      throw new Refusal(422, "fields-invalid", { errors: [{ field: "code", code: "reference-incomplete" }] });
    const asked = { code, now: clock(), atCounter: true };
    const arrival = await db.write({ office: office.id }, (tx) => arriveByCode(tx, office, asked));
    if (!("appointment" in arrival)) throw new Refusal(404, "code-not-today");
    return { appointment: arrival.appointment, isFirst: arrival.is === "noted" };
  });
}

/** A screen's own key is shown once and stored nowhere, not even to be repeated. */
const withoutSecret = (screen: NewScreen): NewScreen => ({ ...screen, path: null, key: null });
