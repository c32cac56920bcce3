import { createClient } from "./client";
import {
  bookForCitizen,
  cancelForCitizen,
  getFirstTime,
  getOpenOffices,
  getOwnAppointment,
  listOpenTimes,
  moveForCitizen,
} from "./sdk.gen";

/** A municipality's program, written against the generated client only: from the offices to a cancellation. */
export async function partner(baseUrl: string, key: string, email: string) {
  const client = createClient({ baseUrl, auth: key });
  const options = { client, throwOnError: true } as const;
  const { data: open } = await getOpenOffices(options);
  const office = open.offices.find(({ booksOnline }) => booksOnline);
  if (!office) throw new Error("No office is open to citizens.");
  const path = { code: office.code };
  const { data: first } = await getFirstTime({ ...options, path, query: { service: "signature" } });
  if (!first.free) throw new Error("There is no free time.");
  const { date, time } = first.free;
  const { data: offered } = await listOpenTimes({
    ...options,
    path,
    query: { service: "signature", from: date, to: date },
  });
  const later = offered.days[0]?.times.find((each) => each > time);
  if (!later) throw new Error("There is only one time.");

  const wish = {
    office: office.code,
    service: "signature",
    date,
    time,
    lastName: "Δοκιμίδου",
    firstName: "Άννα",
    email,
  };
  const { data: booked } = await bookForCitizen({
    ...options,
    headers: { "Idempotency-Key": "partner-1" },
    body: wish,
  });
  const own = { id: booked.id };
  const seen = (version: number) => ({ "If-Match": `"${version}"` });
  const body = { date, time: later };
  const { data: moved } = await moveForCitizen({ ...options, path: own, headers: seen(booked.version), body });
  const { data: looked } = await getOwnAppointment({ ...options, path: own });
  const stale = await cancelForCitizen({ client, path: own, headers: seen(booked.version) });
  const { data: cancelled } = await cancelForCitizen({ ...options, path: own, headers: seen(moved.version) });
  const stranger = await getOwnAppointment({ client: createClient({ baseUrl }), path: own });
  return {
    isFirst: offered.days[0]?.times[0] === time,
    moved: [moved.time === later, looked.version === moved.version],
    stale: stale.error?.code,
    cancelled: cancelled.status,
    stranger: stranger.error?.code,
  };
}
