import { useQueryClient } from "@tanstack/react-query";
import { formatReference } from "../../../../kit/dates.ts";
import type { Form } from "../../../../kit/form/form.ts";
import { currentIn, hasNoAnswer } from "../../../../kit/form/send.ts";
import { useForm } from "../../../../kit/form/use-form.ts";
import { useFormKey } from "../../../../kit/form/use-form-draft.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { ToastApi } from "../../../../kit/toasts.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { Moment } from "../../../acts.ts";
import type { Appointment } from "../../../contract.ts";
import { postMove, postTransfer } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { focusCellOf } from "../../cell-focus.ts";
import type { Slot } from "../../plan-marks.ts";
import { appointmentQuery, rememberAppointment } from "../../queries.ts";
import { clashIn } from "../times/clash.ts";
import { useForgetTimes } from "../times/free-times.ts";
import { placeRequest } from "../times/place.ts";
import type { Times } from "../times/use-times.ts";
import { whenPhrase } from "../words/when.ts";

interface Move {
  readonly appointment: Appointment;
  /** The ΚΕΠ that is to have it */
  readonly to: Office;
  /** null: none is chosen that it may have */
  readonly place: Slot | null;
  readonly now: Moment;
  readonly toast: ToastApi;
  readonly times: Pick<Times, "dispatch" | "tellingLoss">;
  /** Here the citizen is not told, but put on the call list */
  readonly isCalledLater?: boolean;
  readonly onMoved: () => void;
}

/** The act of moving, within the office or to another one: everything stays but the place. */
export function useMove({ appointment, to, place, now, toast, times, isCalledLater = false, onMoved }: Move): Form {
  const { office, id } = appointment;
  const isHere = to.code === office;
  const queryClient = useQueryClient();
  const forgetTimes = useForgetTimes();
  const sayMoved = useSayMoved({ to, isHere, now, toast });
  return useForm({
    key: useFormKey(`move of ${id}`, office),
    version: appointment.version,
    // Left without moving, it is asked anew.
    isWorthKeeping: () => false,
    faults: () => (place ? [] : [{ field: "time", code: "new-time-required" }]),
    send: ({ version = appointment.version, keyOf }) => {
      if (!place) throw new Error("sent without a place");
      times.dispatch({ type: "sending", isSending: true });
      const seen = { office, id, version };
      const here = { ...placeRequest(place), ...(isHere && isCalledLater && { callLater: true }) };
      const there = { office: to.code, ...placeRequest(place) };
      const act = isHere ? postMove(seen, here, keyOf(here)) : postTransfer(seen, there, keyOf(there));
      return times.tellingLoss(place, act);
    },
    onSaved: (moved) => {
      rememberAppointment(queryClient, moved);
      if (isCalledLater)
        for (const what of ["call-days", "call-list"]) void queryClient.invalidateQueries({ queryKey: [what, office] });
      if (!isHere) {
        void queryClient.invalidateQueries({ queryKey: appointmentQuery(office, id).queryKey });
        forgetTimes(office);
      }
      sayMoved(moved);
      onMoved();
      if (isHere) focusCellOf(moved.id, null);
    },
    onRefused: (error) => {
      times.dispatch({ type: "sending", isSending: hasNoAnswer(error) });
      const current = currentIn(error);
      if (current) rememberAppointment(queryClient, current as Appointment);
    },
    isSaid: (error) => clashIn(error) !== null,
  });
}

/** A transferred one has a new reference there, which the citizen must hear; it is taken back from there. */
function useSayMoved({ to, isHere, now, toast }: Pick<Move, "to" | "now" | "toast"> & { readonly isHere: boolean }) {
  const t = useText();
  const { language } = useLanguage();
  const takeBack = useTakeBack();
  return (moved: Appointment): void => {
    const when = whenPhrase(moved, now.date, language);
    if (isHere) {
      const text = t("panel.done-moved", { when });
      toast.show({ text, about: moved.id, undo: { act: t("plan.act-move"), run: () => takeBack(moved) } });
      return;
    }
    const reference = formatReference(moved.reference);
    toast.show({ text: t("panel.done-transferred", { office: to.name, when, reference }) });
  };
}
