import { useMutation, useQueryClient } from "@tanstack/react-query";
import { flushSync } from "react-dom";
import type { FieldProblem } from "../../../../kit/failure.ts";
import type { KeyOf } from "../../../../kit/form/content-keys.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { ToastApi } from "../../../../kit/toasts.tsx";
import type { Moment } from "../../../acts.ts";
import type { BookingRequest } from "../../../contract.ts";
import { postBooking } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { focusCellOf } from "../../cell-focus.ts";
import { rememberAppointment } from "../../queries.ts";
import { focusFirstFault } from "../frame/focus-first-fault.ts";
import { saveFailureOf } from "../frame/save-failure.ts";
import type { Clash } from "../times/times-state.ts";
import { useForgetTimes } from "../times/use-forget-times.ts";
import { whenPhrase } from "../words/when.ts";

interface Booking {
  readonly office: string;
  readonly now: Moment;
  readonly keyOf: KeyOf;
  readonly toast: ToastApi;
  readonly onBooked: () => void;
  readonly onClash: (clash: Clash) => void;
  readonly onFields: (errors: readonly FieldProblem[]) => void;
}

/** The act of booking. A repeated press settles by the same key; a lost place brings others. */
export function useBooking({ office, now, keyOf, toast, onBooked, onClash, onFields }: Booking) {
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  const forgetTimes = useForgetTimes();
  return useMutation({
    mutationFn: (request: BookingRequest) => postBooking(office, request, keyOf({ office, ...request })),
    onSuccess: (booked) => {
      rememberAppointment(queryClient, booked);
      const when = whenPhrase(booked, now.date, language);
      const hasArrived = booked.status === "arrived";
      const text = t(hasArrived ? "panel.done-arrived" : "panel.done", { when });
      toast.show({ text, about: booked.id, undo: () => takeBack(booked, hasArrived ? 2 : 1) });
      onBooked();
      focusCellOf(booked.id, null);
    },
    onError: (error, request) => {
      const failure = saveFailureOf(error);
      if (failure.kind === "clash") {
        forgetTimes(office);
        onClash({ ...failure.clash, wished: request });
      } else if (failure.kind === "fields") {
        flushSync(() => onFields(failure.errors));
        focusFirstFault();
      }
    },
  });
}
