import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { ApiProblem } from "../../../kit/api.ts";
import type { Appointment, BookingRequest, TransferRequest } from "../../contract.ts";
import { freeTimesQuery } from "../panel/times/free-times.ts";
import { patchAppointment, postBooking, postCancellation, postMove, postTransfer, postUndo, take } from "./acts.ts";

vi.hoisted(() => {
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("document", { documentElement: { lang: "el", dataset: {} } });
});

const visit = { office: "kep-a", id: "7f", version: 7 } as Appointment;
const place = { date: "2026-11-24", time: "11:30", queue: 1 };
const fetched = vi.fn<typeof fetch>();
vi.stubGlobal("fetch", fetched);
// Tests that come after it in this process ask real servers.
afterAll(() => void vi.unstubAllGlobals());
beforeEach(() => void fetched.mockReset().mockImplementation(async () => Response.json({})));

/** What the act sent */
async function sentBy(act: Promise<unknown>) {
  await act;
  const [path, options] = fetched.mock.lastCall ?? [];
  const headers = new Headers(options?.headers);
  return {
    asked: `${options?.method} ${path}`,
    body: options?.body ? JSON.parse(String(options.body)) : null,
    version: headers.get("if-match"),
    key: headers.get("idempotency-key"),
    isLimited: options?.signal instanceof AbortSignal,
  };
}

test("an act that makes something new goes with its key, one on what was seen with its version", async () => {
  const all = [
    await sentBy(postBooking("kep α", { lastName: "Παππά" } as BookingRequest, "k1")),
    await sentBy(patchAppointment(visit, 6, { phone: null })),
    await sentBy(postMove(visit, place, "k2")),
    await sentBy(postTransfer(visit, { office: "kep-b" } as TransferRequest, "k3")),
    await sentBy(postCancellation(visit, "Διπλή καταχώριση")),
    await sentBy(postUndo(visit)),
    await sentBy(take(visit, "arrival")),
  ];
  const of = "/api/offices/kep-a/appointments/7f";
  const one = { body: null, version: null, key: null, isLimited: true };
  expect(all).toEqual([
    { ...one, asked: "POST /api/offices/kep%20%CE%B1/appointments", body: { lastName: "Παππά" }, key: "k1" },
    { ...one, asked: `PATCH ${of}`, body: { phone: null }, version: '"6"' },
    { ...one, asked: `POST ${of}/move`, body: place, version: '"7"', key: "k2" },
    { ...one, asked: `POST ${of}/transfer`, body: { office: "kep-b" }, version: '"7"', key: "k3" },
    { ...one, asked: `POST ${of}/cancellation`, body: { reason: "Διπλή καταχώριση" }, version: '"7"' },
    { ...one, asked: `POST ${of}/undo`, version: '"7"' },
    { ...one, asked: `POST ${of}/arrival` },
  ]);
});

test("free times are asked for a service and a source, and not again by themselves", async () => {
  const { queryFn, ...query } = freeTimesQuery(
    { office: "kep-a", service: "signature", channel: "phone" },
    "2026-11-24",
    "2026-12-08",
  );
  const { signal } = new AbortController();
  expect(await sentBy((queryFn as (context: object) => Promise<unknown>)({ signal }))).toMatchObject({
    asked: "GET /api/offices/kep-a/availability?from=2026-11-24&to=2026-12-08&service=signature&channel=phone",
    isLimited: true,
  });
  expect(query).toEqual({
    queryKey: ["free-times", "kep-a", "2026-11-24", "2026-12-08", "signature", "phone"],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
});

test("what the server refuses is an error with its problem", async () => {
  const problem = { status: 409, code: "slot-taken", title: "Η ώρα μόλις δόθηκε." };
  fetched.mockResolvedValue(Response.json(problem, { status: 409 }));
  await expect(postUndo(visit)).rejects.toThrow(new ApiProblem(problem));
});
