import { useQueryClient } from "@tanstack/react-query";
import { formatReference } from "../../../../kit/dates.ts";
import type { Form, FormOptions } from "../../../../kit/form/form.ts";
import { useForm } from "../../../../kit/form/use-form.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { ToastApi } from "../../../../kit/toasts.tsx";
import { slipAddress } from "../../../../paper/address.ts";
import { usePrint } from "../../../../paper/ui/print-link.tsx";
import type { Moment } from "../../../acts.ts";
import type { Appointment, BookingRequest } from "../../../contract.ts";
import { INITIAL_STATUS } from "../../../statuses.ts";
import { postBooking } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { focusCellOf } from "../../cell-focus.ts";
import type { Slot } from "../../plan-marks.ts";
import { rememberAppointment } from "../../queries.ts";
import { draftFaults } from "../form/draft.ts";
import { clashIn } from "../times/clash.ts";
import { whenPhrase } from "../words/when.ts";

interface Booking extends Pick<FormOptions<Appointment>, "key" | "id" | "begins" | "isWorthKeeping" | "onRefused"> {
  readonly now: Moment;
  readonly toast: ToastApi;
  /** The citizen stands at the counter */
  readonly isNameOptional: boolean;
  /** As the form stands when it is sent */
  readonly asked: () => { readonly office: string; readonly place: Slot; readonly request: BookingRequest };
  readonly telling: (place: Slot, act: Promise<Appointment>) => Promise<Appointment>;
  readonly onBooked: () => void;
}

/** The form and the act of booking. A repeated press settles by the same key; a lost place brings others. */
export function useBooking({ now, toast, isNameOptional, asked, telling, onBooked, ...kept }: Booking): Form {
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  const print = usePrint();
  const slipOf = ({ office, id }: Appointment) => slipAddress(office, id, language);
  return useForm({
    ...kept,
    faults: (values) => draftFaults(values, isNameOptional),
    send: ({ keyOf }) => {
      const { office, place, request } = asked();
      return telling(place, postBooking(office, request, keyOf({ office, ...request })));
    },
    onSaved: (booked) => {
      rememberAppointment(queryClient, booked);
      const when = whenPhrase(booked, now.date, language);
      const hasArrived = booked.status === "arrived";
      const reference = formatReference(booked.reference);
      const text = t(hasArrived ? "panel.done-arrived" : "panel.done", { when, reference });
      toast.show({
        text,
        about: booked.id,
        ...(wantsSlip(booked) && { next: { text: t("panel.slip"), go: () => print(slipOf(booked)) } }),
        undo: hasArrived
          ? { act: t("plan.act-arrival"), run: () => takeBack(booked, t("panel.booking")) }
          : { act: t("panel.booking"), run: () => takeBack(booked) },
      });
      onBooked();
      focusCellOf(booked.id, null);
    },
    isSaid: (error) => clashIn(error) !== null,
  });
}

/** At the counter, for another time, and no e-mail will say when. */
const wantsSlip = ({ channel, email, status }: Appointment): boolean =>
  channel === "in-person" && email === null && status === INITIAL_STATUS;
