import { call } from "../../../kit/api.ts";
import type { OutOfTurnReason } from "../../../waiting/turn-reasons.ts";
import type { Step } from "../../acts.ts";
import type { Appointment, BookingRequest, ChangeRequest, MoveRequest, TransferRequest } from "../../contract.ts";

/** The acts on appointments, as the server names them. */

/** The appointment as the clerk saw it. */
type Seen = Pick<Appointment, "office" | "id" | "version">;

const path = (office: string, rest = "") => `/api/offices/${encodeURIComponent(office)}/appointments${rest}`;

export const postBooking = (office: string, body: BookingRequest, idempotencyKey: string) =>
  call<Appointment>(path(office), { method: "POST", body, idempotencyKey });

export const patchAppointment = ({ office, id }: Appointment, version: number, body: ChangeRequest) =>
  call<Appointment>(path(office, `/${id}`), { method: "PATCH", body, version });

export const postMove = ({ office, id, version }: Seen, body: MoveRequest, idempotencyKey: string) =>
  call<Appointment>(path(office, `/${id}/move`), {
    method: "POST",
    body,
    version,
    idempotencyKey,
  });

export const postTransfer = ({ office, id, version }: Seen, body: TransferRequest, idempotencyKey: string) =>
  call<Appointment>(path(office, `/${id}/transfer`), {
    method: "POST",
    body,
    version,
    idempotencyKey,
  });

export const postCancellation = ({ office, id, version }: Appointment, reason: string) =>
  call<Appointment>(path(office, `/${id}/cancellation`), {
    method: "POST",
    body: { reason },
    version,
  });

export const postUndo = ({ office, id, version }: Appointment) =>
  call<Appointment>(path(office, `/${id}/undo`), { method: "POST", version });

export const postCall = ({ office, id, version }: Seen, reason?: OutOfTurnReason) =>
  call<Appointment>(path(office, `/${id}/call`), { method: "POST", version, ...(reason && { body: { reason } }) });

/** Steps at the counter are safe to repeat and need no version. */
export const take = ({ office, id }: Appointment, step: Step, reason?: OutOfTurnReason) =>
  call<Appointment>(path(office, `/${id}/${step}`), { method: "POST", ...(reason && { body: { reason } }) });
