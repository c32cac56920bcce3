import { problems, type StaffRouteDeps, seen } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../platform/http/versions.ts";
import { letterFrameRequest, letterFrameResponse } from "./contract.ts";
import { changeLetterFrame, letterFrame } from "./letter-frame.ts";
import { rulingHandlers } from "./routes-common.ts";

const PATH = "/api/ministry/letter-frame";

export async function letterFrameRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act } = rulingHandlers(deps);
  const response = { 200: letterFrameResponse, ...problems };

  app.get(PATH, { schema: { response } }, async (request, reply) =>
    sendVersioned(reply, await look(request, letterFrame)),
  );

  const change = { schema: { headers: seen, body: letterFrameRequest, response } };
  app.put(PATH, change, async (request, reply) => {
    const wanted = { version: requiredVersionIn(request), request: request.body };
    return sendVersioned(
      reply,
      await act(request, (tx, ministry, now) => changeLetterFrame(tx, ministry, wanted, now)),
    );
  });
}
