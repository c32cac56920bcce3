import { call } from "../../../web/api.ts";
import type { Step } from "../../acts.ts";
import type { Appointment, BookingRequest, ChangeRequest, TransferRequest } from "../../contract.ts";
import type { Place } from "./place.ts";

/** The acts on appointments, as the server names them. */

/** Longer than the server waits for a twin of the same request */
const PATIENCE = 15_000;

const path = (office: string, rest = "") => `/api/offices/${encodeURIComponent(office)}/appointments${rest}`;

export const book = (office: string, body: BookingRequest, idempotencyKey: string) =>
  call<Appointment>(path(office), { method: "POST", body, idempotencyKey, signal: AbortSignal.timeout(PATIENCE) });

export const change = ({ office, id }: Appointment, version: number, body: ChangeRequest) =>
  call<Appointment>(path(office, `/${id}`), { method: "PATCH", body, version, signal: AbortSignal.timeout(PATIENCE) });

export const move = ({ office, id, version }: Appointment, { date, time, queue }: Place, idempotencyKey: string) =>
  call<Appointment>(path(office, `/${id}/move`), {
    method: "POST",
    body: { date, time, queue },
    version,
    idempotencyKey,
    signal: AbortSignal.timeout(PATIENCE),
  });

export const transfer = ({ office, id, version }: Appointment, body: TransferRequest, idempotencyKey: string) =>
  call<Appointment>(path(office, `/${id}/transfer`), {
    method: "POST",
    body,
    version,
    idempotencyKey,
    signal: AbortSignal.timeout(PATIENCE),
  });

export const cancel = ({ office, id, version }: Appointment, reason: string) =>
  call<Appointment>(path(office, `/${id}/cancellation`), {
    method: "POST",
    body: { reason },
    version,
    signal: AbortSignal.timeout(PATIENCE),
  });

export const undo = ({ office, id, version }: Appointment) =>
  call<Appointment>(path(office, `/${id}/undo`), { method: "POST", version, signal: AbortSignal.timeout(PATIENCE) });

/** Steps at the counter are safe to repeat and need no version. */
export const take = ({ office, id }: Appointment, step: Step) =>
  call<Appointment>(path(office, `/${id}/${step}`), { method: "POST", signal: AbortSignal.timeout(PATIENCE) });
