import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatReference } from "../../../../kit/dates.ts";
import { contentKeys } from "../../../../kit/form/content-keys.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { ToastApi } from "../../../../kit/toasts.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { Moment } from "../../../acts.ts";
import type { Appointment } from "../../../contract.ts";
import { postTransfer } from "../../acts/acts.ts";
import { appointmentQuery, rememberAppointment } from "../../queries.ts";
import { saveFailureOf } from "../frame/save-failure.ts";
import type { WishedPlace } from "../times/place.ts";
import type { Clash } from "../times/times-state.ts";
import { useForgetTimes } from "../times/use-forget-times.ts";
import { whenPhrase } from "../words/when.ts";

interface Transfer {
  readonly appointment: Appointment;
  readonly to: Office;
  readonly now: Moment;
  readonly toast: ToastApi;
  readonly onTransferred: () => void;
  readonly onClash: (clash: Clash) => void;
}

/** The act of giving an appointment to another ΚΕΠ. It has a new reference there, which the citizen must hear. */
export function useTransfer({ appointment, to, now, toast, onTransferred, onClash }: Transfer) {
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const forgetTimes = useForgetTimes();
  const [keyOf] = useState(contentKeys);
  return useMutation({
    mutationFn: ({ date, time, queue }: WishedPlace) => {
      const wish = { office: to.code, date, time, queue };
      return postTransfer(appointment, wish, keyOf(wish));
    },
    onSuccess: (there) => {
      const { office, id } = appointment;
      rememberAppointment(queryClient, there);
      queryClient.invalidateQueries({ queryKey: appointmentQuery(office, id).queryKey });
      forgetTimes(office);
      const when = whenPhrase(there, now.date, language);
      const reference = formatReference(there.reference);
      toast.show({ text: t("panel.done-transferred", { office: to.name, when, reference }) });
      onTransferred();
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
