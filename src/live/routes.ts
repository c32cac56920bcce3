import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { ministryStaff, NATION } from "../identity/ministry-access.ts";
import { type OperableOffice, operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import { withoutDeadline } from "../platform/deadline.ts";
import type { App } from "../platform/http/server.ts";
import type { Notices } from "../platform/notices/notices.ts";
import { Refusal } from "../platform/refusal.ts";
import { clockTextOf, dateOf } from "../platform/time.ts";
import { announceFilling } from "./announce.ts";
import { eventsParams, fillingRequest, streamResponse } from "./contract.ts";
import { eventText } from "./desk.ts";
import { BEAT_MS } from "./events.ts";
import type { OfficeChanges } from "./follow-offices.ts";
import type { Hub } from "./hub.ts";
import { openEventStream } from "./stream.ts";

export interface LiveDeps extends StaffRouteDeps {
  readonly hub: Hub;
  readonly changes: OfficeChanges;
  readonly notices: Notices;
}

const stream = { description: "Goes on", content: { "text/event-stream": { schema: streamResponse } } };

/** More pages than one employee looks at. */
const MOST_STREAMS = 30;
/** Rights are looked at again every other beat: what the directory takes away is gone within its five minutes. */
const BEATS_PER_CHECK = 2;
const MOST_FAILED_CHECKS = 10;

export async function liveRoutes(app: App, { hub, changes, ...deps }: LiveDeps): Promise<void> {
  const officeOf = async (request: FastifyRequest<{ Params: { office: string } }>): Promise<OperableOffice> =>
    operableOffice(await deps.authenticate(request), request.params.office);

  /** @param check finds out who may listen to which office's news; asked again while the stream goes on */
  const listen = async (reply: FastifyReply, desk: string | undefined, check: () => Promise<Listener>) => {
    const { office, employeeId } = await check();
    if (hub.countOf(employeeId) >= MOST_STREAMS) throw new Refusal(429, "rate-limited", { values: { seconds: 30 } });
    const { body, send, end } = openEventStream(reply, () => {
      clearInterval(beat);
      leave();
    });
    const clock = () => {
      const now = deps.clock();
      return { date: dateOf(now).toString(), time: clockTextOf(now) };
    };
    // Before it joins: what changes afterwards it is told.
    send(eventText("beat", { ...clock(), quietMs: changes.quietFor(office) }));
    const leave = hub.join(office, { employee: employeeId, id: desk, send, end });
    const checkRights = everyOther(BEATS_PER_CHECK, endedWith(check, end));
    const beat = withoutDeadline(() =>
      setInterval(() => {
        send(eventText("beat", clock()));
        checkRights();
      }, BEAT_MS),
    );
    return reply.header("x-accel-buffering", "no").type("text/event-stream; charset=utf-8").send(body);
  };

  const options = { exposeHeadRoute: false, config: { isBackground: true } };
  const response = { 200: stream, ...problems };
  const eventsOptions = { ...options, schema: { params: ofOffice, querystring: eventsParams, response } };
  app.get("/api/offices/:office/events", eventsOptions, (request, reply) =>
    listen(reply, request.query.desk, async () => {
      const { id: office, employeeId } = await officeOf(request);
      return { office, employeeId };
    }),
  );
  app.get("/api/ministry/events", { ...options, schema: { response } }, (request, reply) =>
    listen(reply, undefined, async () => {
      const { employeeId } = ministryStaff(await deps.authenticate(request));
      return { office: NATION, employeeId };
    }),
  );

  const fillingOptions = {
    schema: { params: ofOffice, body: fillingRequest, response: { 204: z.null(), ...problems } },
  };
  app.post("/api/offices/:office/fillings", fillingOptions, async (request, reply) => {
    const office = await officeOf(request);
    announceFilling(deps.notices, office, request.body);
    return reply.code(204).send(null);
  });
}

interface Listener {
  readonly office: number;
  readonly employeeId: number;
}

function everyOther(count: number, act: () => void): () => void {
  let calls = 0;
  return () => {
    if (++calls % count === 0) act();
  };
}

/** Ends the stream of an employee who may not listen any more; a fault of ours ends it only when it lasts. */
function endedWith(check: () => Promise<unknown>, end: () => void): () => Promise<void> {
  let failures = 0;
  return async () => {
    try {
      await check();
      failures = 0;
    } catch (error) {
      if (error instanceof Refusal || ++failures >= MOST_FAILED_CHECKS) end();
    }
  };
}
