import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatReference } from "../../../../kit/dates.ts";
import { contentKeys } from "../../../../kit/form/content-keys.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { ToastApi } from "../../../../kit/toasts.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { Moment } from "../../../acts.ts";
import type { Appointment } from "../../../contract.ts";
import { postMove, postTransfer } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { focusCellOf } from "../../cell-focus.ts";
import { appointmentQuery, rememberAppointment } from "../../queries.ts";
import { saveFailureOf } from "../frame/save-failure.ts";
import type { WishedPlace } from "../times/place.ts";
import type { Clash } from "../times/times-state.ts";
import { useForgetTimes } from "../times/use-forget-times.ts";
import { whenPhrase } from "../words/when.ts";

interface Move {
  readonly appointment: Appointment;
  /** The ΚΕΠ that is to have it */
  readonly to: Office;
  readonly now: Moment;
  readonly toast: ToastApi;
  readonly onMoved: () => void;
  readonly onClash: (clash: Clash) => void;
}

/** The act of moving, within the office or to another one: everything stays but the place. */
export function useMove({ appointment, to, now, toast, onMoved, onClash }: Move) {
  const { office, id } = appointment;
  const isHere = to.code === office;
  const queryClient = useQueryClient();
  const forgetTimes = useForgetTimes();
  const sayMoved = useSayMoved({ to, isHere, now, toast });
  const [keyOf] = useState(contentKeys);
  return useMutation({
    mutationFn: ({ date, time, queue }: WishedPlace) => {
      if (isHere) return postMove(appointment, { date, time, queue }, keyOf({ date, time, queue }));
      const wish = { office: to.code, date, time, queue };
      return postTransfer(appointment, wish, keyOf(wish));
    },
    onSuccess: (moved) => {
      rememberAppointment(queryClient, moved);
      if (!isHere) {
        queryClient.invalidateQueries({ queryKey: appointmentQuery(office, id).queryKey });
        forgetTimes(office);
      }
      sayMoved(moved);
      onMoved();
      if (isHere) focusCellOf(moved.id, null);
    },
    onError: (error, place) => {
      const failure = saveFailureOf(error);
      if (failure.kind === "stale") rememberAppointment(queryClient, failure.current);
      if (failure.kind !== "clash") return;
      forgetTimes(to.code);
      onClash({ ...failure.clash, wished: place });
    },
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
      toast.show({ text: t("panel.done-moved", { when }), about: moved.id, undo: () => takeBack(moved) });
      return;
    }
    const reference = formatReference(moved.reference);
    toast.show({ text: t("panel.done-transferred", { office: to.name, when, reference }) });
  };
}
