import { z } from "zod";
import { operableOffice } from "../identity/office-access.ts";
import { keyed, ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import { languageOf } from "../platform/http/problem.ts";
import type { App } from "../platform/http/server.ts";
import { bringIn } from "./bring-in.ts";
import {
  bringInRequest,
  broughtInResponse,
  diaryImportsResponse,
  diaryPreviewResponse,
  diaryRequest,
  diaryUndoneResponse,
} from "./contract.ts";
import { diaryImports } from "./imports.ts";
import { previewOf, readForOffice } from "./preview.ts";
import { turns } from "./turns.ts";
import { undoBringingIn } from "./undo.ts";

/** Twenty thousand rows of two hundred bytes: Greek takes two a letter. */
const BODY_LIMIT = 4 * 1024 * 1024;
/** Nearly all of that is one text; the rest are some thousand corrections. */
const MOST_MEMBERS = 10_000;

export async function diaryRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const inTurn = turns();

  const previewOptions = {
    bodyLimit: BODY_LIMIT,
    config: { mostMembers: MOST_MEMBERS, view: { act: "diary-previewed", of: "brought" } },
    schema: { params: ofOffice, body: diaryRequest, response: { 200: diaryPreviewResponse, ...problems } },
  } as const;
  app.post("/api/offices/:office/diary-previews", previewOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return inTurn(office.employeeId, () =>
      previewOf(db, office, request.body, { now: clock(), language: languageOf(request) }),
    );
  });

  const bringInOptions = {
    bodyLimit: BODY_LIMIT,
    config: { mostMembers: MOST_MEMBERS },
    schema: {
      params: ofOffice,
      headers: keyed,
      body: bringInRequest,
      response: { 201: broughtInResponse, ...problems },
    },
  };
  app.post("/api/offices/:office/diary-imports", bringInOptions, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const now = clock();
    const scope = idempotencyScopeOf(request, "bring in diary", office.id, office.employeeId);
    const answer = await inTurn(office.employeeId, async () => {
      const read = await readForOffice(db, office, request.body, now);
      return db.write({ office: office.id }, (tx) =>
        onceOnly(tx, { scope, status: 201, now }, () =>
          bringIn(tx, office, request.body, { read, now, language: languageOf(request) }),
        ),
      );
    });
    return sendOnce(reply, answer);
  });

  const importsOptions = { schema: { params: ofOffice, response: { 200: diaryImportsResponse, ...problems } } };
  app.get("/api/offices/:office/diary-imports", importsOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => diaryImports(tx, office));
  });

  const undoOptions = {
    schema: { params: ofOffice.extend({ id: z.uuid() }), response: { 200: diaryUndoneResponse, ...problems } },
  };
  app.post("/api/offices/:office/diary-imports/:id/undo", undoOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.write({ office: office.id }, (tx) => undoBringingIn(tx, office, request.params.id, clock()));
  });
}
