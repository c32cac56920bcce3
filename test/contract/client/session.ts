import { createClient } from "./client";
import {
  bookAppointment,
  cancelAppointment,
  changeAppointment,
  getDay,
  listFreeTimes,
  moveAppointment,
  recordArrival,
} from "./sdk.gen";

/** Somebody else's program, written against the generated client only: from a day's free times to a cancellation. */
export async function session(
  baseUrl: string,
  office: string,
  headers: Readonly<Record<string, string>>,
  date: string,
) {
  const client = createClient({ baseUrl, headers });
  const options = { client, throwOnError: true } as const;
  const { data: day } = await getDay({ ...options, path: { office, date } });
  const query = { from: date, to: date, service: "signature" };
  const { data: free } = await listFreeTimes({ ...options, path: { office }, query });
  const [first, second] = free.days[0]?.times ?? [];
  if (!first || !second) throw new Error("There is no free time.");

  const wish = { date, time: first.time, queue: null, service: "signature", lastName: "Δοκιμίδου", firstName: "Άννα" };
  const once = { "Idempotency-Key": "client-1" };
  const { data: booked, response: made } = await bookAppointment({
    ...options,
    path: { office },
    headers: once,
    body: wish,
  });
  const again = await bookAppointment({ ...options, path: { office }, headers: once, body: wish });
  const path = { office, id: booked.id };
  const seen = (version: number) => ({ "If-Match": `"${version}"` });
  const { data: moved } = await moveAppointment({
    ...options,
    path,
    headers: { ...seen(booked.version), "Idempotency-Key": "client-2" },
    body: { date, time: second.time, queue: null },
  });
  const { data: changed } = await changeAppointment({
    ...options,
    path,
    headers: { ...seen(moved.version), "Content-Type": "application/merge-patch+json" },
    body: { notes: "με το παιδί" },
  });
  const stale = await cancelAppointment({ client, path, headers: seen(booked.version), body: {} });
  const { data: cancelled } = await cancelAppointment({ ...options, path, headers: seen(changed.version), body: {} });
  const refused = await recordArrival({ client, path });
  return {
    queues: day.queues.map(({ number }) => number),
    made: made.headers.get("etag"),
    replayed: again.response.headers.get("idempotency-replayed"),
    moved: moved.time,
    expected: second.time,
    notes: changed.notes,
    stale: [stale.error?.status, stale.error?.code, stale.error?.current?.status],
    cancelled: cancelled.status,
    refused: refused.error?.code,
  };
}
