import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Appointment, AppointmentHistory } from "../../contract.ts";
import { fullName } from "../../person.ts";
import { appointmentHistoryQuery, rememberAppointment } from "../queries.ts";
import { useBusyCounter } from "../waiting/use-busy-counter.ts";
import { postUndo } from "./acts.ts";

/**
 * Takes back the last act on an appointment. The booking itself is not taken back in this way: that could not be undone
 * again, and cancelling asks first.
 */
export function useUndoLast() {
  const t = useText();
  const queryClient = useQueryClient();
  const toast = useToasts();
  const { alsoServed } = useBusyCounter();
  return useMutation({
    mutationFn: async (appointment: Appointment) => {
      const { office, id, status } = appointment;
      const isOnlyBooked = async () =>
        lastStanding(
          (await queryClient.fetchQuery({ ...appointmentHistoryQuery(office, id), staleTime: 0 })).events,
        ) === "booked";
      return status === "booked" && (await isOnlyBooked()) ? null : postUndo(appointment);
    },
    onSuccess: (after, appointment) => {
      if (after) rememberAppointment(queryClient, after);
      toast.show(
        after
          ? { text: t("plan.undone", { name: fullName(appointment, t) }) + alsoServed(after), about: after.id }
          : { tone: "info", text: t("plan.why-only-booked") },
      );
    },
    onError: (error, { office, id }) => {
      toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")) });
      void queryClient.invalidateQueries({ queryKey: ["day", office] });
      void queryClient.invalidateQueries({ queryKey: ["appointment", office, id] });
    },
  });
}

/** The last act that was not taken back yet. */
function lastStanding(events: AppointmentHistory["events"]): string | undefined {
  const undone = new Set(events.map(({ undoes }) => undoes));
  return events.find(({ kind, version }) => kind !== "undone" && !undone.has(version))?.kind;
}
