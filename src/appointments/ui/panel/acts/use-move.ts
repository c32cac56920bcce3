import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { contentKeys } from "../../../../kit/form/content-keys.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { ToastApi } from "../../../../kit/toasts.tsx";
import type { Moment } from "../../../acts.ts";
import type { Appointment } from "../../../contract.ts";
import { postMove } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { focusCellOf } from "../../cell-focus.ts";
import { rememberAppointment } from "../../queries.ts";
import { saveFailureOf } from "../frame/save-failure.ts";
import type { WishedPlace } from "../times/place.ts";
import type { Clash } from "../times/times-state.ts";
import { useForgetTimes } from "../times/use-forget-times.ts";
import { whenPhrase } from "../words/when.ts";

interface Move {
  readonly appointment: Appointment;
  readonly now: Moment;
  readonly toast: ToastApi;
  readonly onMoved: () => void;
  readonly onClash: (clash: Clash) => void;
}

/** The act of moving: everything stays but the time. */
export function useMove({ appointment, now, toast, onMoved, onClash }: Move) {
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  const forgetTimes = useForgetTimes();
  const [keyOf] = useState(contentKeys);
  return useMutation({
    mutationFn: ({ date, time, queue }: WishedPlace) =>
      postMove(appointment, { date, time, queue }, keyOf({ date, time, queue })),
    onSuccess: (moved) => {
      rememberAppointment(queryClient, moved);
      const when = whenPhrase(moved, now.date, language);
      toast.show({ text: t("panel.done-moved", { when }), about: moved.id, undo: () => takeBack(moved) });
      onMoved();
      focusCellOf(moved.id, null);
    },
    onError: (error, place) => {
      const failure = saveFailureOf(error);
      if (failure.kind === "stale") rememberAppointment(queryClient, failure.current);
      if (failure.kind !== "clash") return;
      forgetTimes(appointment.office);
      onClash({ ...failure.clash, wished: place });
    },
  });
}
