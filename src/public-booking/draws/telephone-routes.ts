import {
  answerRequest,
  answerResponse,
  drawParams,
  drawWishParams,
  openDrawsResponse,
  telephoneCallsResponse,
  telephoneWishRequest,
  wishWrittenResponse,
} from "../../draws/contract.ts";
import { telephoneCalls, telephoneWishAt } from "../../draws/telephone/calls.ts";
import { openDraws } from "../../draws/telephone/open-draws.ts";
import { writeTelephoneWish } from "../../draws/telephone/write-wish.ts";
import { operableOffice } from "../../identity/office-access.ts";
import { keyed, ofOffice, problems, type StaffRouteDeps } from "../../identity/staff-routes.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../../platform/http/idempotency.ts";
import type { App } from "../../platform/http/server.ts";
import { personKeys } from "../confirm/person-keys.ts";
import { noteAnswer } from "./note-answer.ts";

const PATH = "/api/offices/:office/draws";

/** Draws for whoever has a telephone alone: a clerk writes their wish down, calls them after the draw, and notes what they say. */
export async function telephoneDrawRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const look = { schema: { params: ofOffice, response: { 200: openDrawsResponse, ...problems } } };
  app.get(`${PATH}/open`, look, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => openDraws(tx, office, clock()));
  });

  const write = {
    schema: {
      params: drawParams,
      headers: keyed,
      body: telephoneWishRequest,
      response: { 201: wishWrittenResponse, ...problems },
    },
  };
  app.post(`${PATH}/:draw/wishes`, write, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const { draw: number } = request.params;
    const now = clock();
    const scope = idempotencyScopeOf(request, `wish in draw ${number}`, office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 201, now }, () =>
        writeTelephoneWish(tx, office, request.body, { number, keyOf, now }),
      ),
    );
    return sendOnce(reply, answer);
  });

  const calls = {
    config: { view: { act: "draw-calls-viewed", of: "brought" } },
    schema: { params: drawParams, response: { 200: telephoneCallsResponse, ...problems } },
  } as const;
  app.get(`${PATH}/:draw/calls`, calls, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return telephoneCalls(db, office, request.params.draw, clock());
  });

  const answer = {
    schema: { params: drawWishParams, body: answerRequest, response: { 200: answerResponse, ...problems } },
  };
  app.post(`${PATH}/:draw/wishes/:wish/answer`, answer, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const at = await telephoneWishAt(db, office, request.params);
    await noteAnswer(db, office, { ...request.params, at, ...request.body }, clock());
    return { wish: request.params.wish, answer: request.body.answer };
  });
}

/** As whoever books online is known again by it. */
const keyOf = (phone: string): Buffer => personKeys({ email: null, identity: null, phone })[0] as Buffer;
