import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import { WEEKS_SHOWN } from "../../kit/weeks-range.ts";
import { liveState } from "../../live/ui/live-state.ts";
import type { AppointmentMails } from "../../mail/contract.ts";
import type { Office } from "../../offices/contract.ts";
import type { Weeks } from "../../overview/contract.ts";
import type { Appointment, AppointmentHistory, Availability, Day } from "../contract.ts";

/** What the pages of appointments read from the server, and how it is named in the cache. */

const path = (office: string, rest: string) => `/api/offices/${encodeURIComponent(office)}/${rest}`;

/** Of a day that does not follow the other desks by itself */
export const POLLING_SECONDS = 20;
const CLOCK_SECONDS = 60;
const refreshAfter = () => (liveState().status === "live" ? CLOCK_SECONDS : POLLING_SECONDS) * 1000;

export const dayQuery = (office: string, date: string) =>
  queryOptions({
    queryKey: ["day", office, date],
    // What is unchanged has the clock of when it was sent: only the beats of a page that is live tell a later one.
    queryFn: async ({ signal }) =>
      atClock(await call<Day>(path(office, `days/${date}`), { signal, mayBeUnchanged: liveState().status === "live" })),
    // Changes come by themselves while the page is live, and then only the clock moves on. Without an answer it is
    // asked for sooner, so that the plan comes back soon after the connection does.
    refetchInterval: ({ state }) => (state.error ? AFTER_ERROR_MS : refreshAfter()),
  });

/** A day with the latest clock that the server has told. */
function atClock(day: Day): Day {
  const { clock } = liveState();
  const textOf = ({ date, time }: Day["now"]) => `${date} ${time}`;
  return clock && textOf(clock) > textOf(day.now) ? { ...day, now: { date: clock.date, time: clock.time } } : day;
}

export const availabilityQuery = (office: string, from: string, to: string, service: string | null) =>
  queryOptions({
    queryKey: ["availability", office, from, to, service],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ from, to, ...(service && { service }) });
      return call<Availability>(path(office, `availability?${search}`), { signal, mayBeUnchanged: true });
    },
  });

const WEEKS_REFRESHED_MS = 30_000;
const AFTER_ERROR_MS = 5_000;

/** How much room some weeks have for a service, day by day and queue by queue, and why a day is closed. */
export const weeksQuery = (office: string, monday: string, service: string, weeks = WEEKS_SHOWN) =>
  queryOptions({
    queryKey: ["weeks", office, monday, service, weeks],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ from: monday, weeks: String(weeks), service });
      return call<Weeks>(path(office, `weeks?${search}`), { signal });
    },
    refetchInterval: ({ state }) => (state.error ? AFTER_ERROR_MS : WEEKS_REFRESHED_MS),
  });

export const appointmentQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ["appointment", office, id],
    queryFn: ({ signal }) => call<Appointment>(path(office, `appointments/${id}`), { signal }),
  });

/** The one that is shown, or the last answer about it where that is newer. */
export function newestOf(queryClient: QueryClient, shown: Appointment): Appointment {
  const known = queryClient.getQueryData(appointmentQuery(shown.office, shown.id).queryKey);
  return known && known.version > shown.version ? known : shown;
}

export const appointmentHistoryQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ["history", office, id],
    queryFn: ({ signal }) => call<AppointmentHistory>(path(office, `appointments/${id}/history`), { signal }),
  });

/** What its citizen was written; a letter that waits goes out by itself. */
export const appointmentMailsQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ["appointment-mails", office, id],
    queryFn: ({ signal }) => call<AppointmentMails>(path(office, `appointments/${id}/mails`), { signal }),
  });

export const officeQuery = (office: string) =>
  queryOptions({
    queryKey: ["office", office],
    queryFn: ({ signal }) => call<Office>(`/api/offices/${encodeURIComponent(office)}`, { signal }),
    staleTime: 300_000,
  });

/** Puts the server's answer to an act where every page sees it at once, then asks for the rest of what changed. */
export function rememberAppointment(queryClient: QueryClient, appointment: Appointment): void {
  const { office, id } = appointment;
  queryClient.setQueryData(appointmentQuery(office, id).queryKey, appointment);
  queryClient.setQueriesData<Day>({ queryKey: ["day", office] }, (day) => day && withAppointment(day, appointment));
  void queryClient.invalidateQueries({ queryKey: ["day", office] });
  void queryClient.invalidateQueries({ queryKey: ["availability", office] });
  void queryClient.invalidateQueries({ queryKey: ["weeks", office] });
  void queryClient.invalidateQueries({ queryKey: ["days-of-all"] });
  void queryClient.invalidateQueries({ queryKey: appointmentHistoryQuery(office, id).queryKey });
  void queryClient.invalidateQueries({ queryKey: appointmentMailsQuery(office, id).queryKey });
}

function withAppointment(day: Day, appointment: Appointment): Day {
  const others = day.appointments.filter(({ id }) => id !== appointment.id);
  return { ...day, appointments: day.date === appointment.date ? [...others, appointment] : others };
}
