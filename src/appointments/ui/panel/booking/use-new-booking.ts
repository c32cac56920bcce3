import { useEffectEvent, useLayoutEffect, useReducer, useState } from "react";
import { flushSync } from "react-dom";
import { useText } from "../../../../kit/text.tsx";
import type { Office, Service } from "../../../../offices/contract.ts";
import { takeLetters } from "../../first-letters.ts";
import type { Slot } from "../../plan-marks.ts";
import { type AppointmentDraft, bookingOf, emptyDraft, hasContent } from "../form/draft.ts";
import { useDraftForm } from "../form/use-draft-form.ts";
import { focusFirstFault } from "../frame/focus-first-fault.ts";
import { useChosenOffice } from "../frame/office-field.tsx";
import type { PanelProps, WalkIn } from "../frame/panel-props.ts";
import { isSlot } from "../times/place.ts";
import { initialTimes, nextTimes, type TimesAction } from "../times/times-state.ts";
import { useClickedSlot } from "../times/use-clicked-slot.ts";
import { useCounter } from "../times/use-counter.ts";
import { useTimes } from "../times/use-times.ts";
import { bookingDraftsOf, forgetBooking, type KeptBooking, keepBooking, newBooking } from "./booking-drafts.ts";
import { endHandOver } from "./hand-over.ts";
import { useBooking } from "./use-booking.ts";

export type NewFormProps = Omit<PanelProps, "target"> & {
  readonly date: string;
  readonly slot: Slot | null;
  /** What the slot was found for */
  readonly service: string | null;
  readonly walkIn: WalkIn | null;
};

export interface FormProps extends NewFormProps {
  /** Whose drafts, and where */
  readonly desk: string;
  /** The one that goes on; null: an empty form */
  readonly draftId: string | null;
}

/** All that the form of a new appointment knows. What is typed is kept at every change, so that no way out loses it. */
export function useNewBooking({
  office: shown,
  day,
  date,
  slot,
  service: wished,
  walkIn,
  onClose,
  toast,
  desk,
  draftId,
}: FormProps) {
  const t = useText();
  const counter = useCounter(walkIn, day);
  const [opened] = useState(() => {
    const kept = bookingDraftsOf(desk).find(({ id }) => id === draftId);
    const from = walkIn || date < day.now.date ? day.now.date : date;
    return {
      now: day.now,
      from,
      kept,
      booking: kept ?? newBooking(shown.code),
      draft: forService(shown, kept?.draft ?? firstDraft(shown, walkIn !== null), wished),
    };
  });
  const { id, keyOf } = opened.booking;
  const [officeCode, setOfficeCode] = useState(opened.booking.office);
  const [timesState, dispatch] = useReducer(nextTimes, slot || walkIn ? initialTimes(slot) : reopened(opened.kept));
  const office = useChosenOffice(officeCode, shown);
  useClickedSlot(slot, dispatch);

  const keep = (changed: Partial<KeptBooking>) => {
    const { selected } = times;
    const on = selected && isSlot(selected) ? selected : null;
    const kept = { id, keyOf, draft: typed, office: officeCode, times: timesState, slot: on, ...changed };
    if (hasContent(kept.draft)) keepBooking(desk, kept);
    else forgetBooking(desk, id);
  };
  const chooseTime = (action: TimesAction) => {
    dispatch(action);
    keep({ times: nextTimes(timesState, action) });
  };
  const onDraft = (draft: AppointmentDraft, before: AppointmentDraft) => {
    if (draft.service !== before.service || draft.channel !== before.channel) dispatch({ type: "terms-changed" });
    keep({ draft });
  };
  const { form, draft: typed, act, errors, hasFaults, isRevealed } = useDraftForm(opened.draft, onDraft);
  // What was typed while the form was on its way; the field has the focus by now.
  const takeOver = useEffectEvent(() => {
    const letters = takeLetters();
    if (letters) form.change("lastName", typed.lastName + letters);
  });
  useLayoutEffect(takeOver, []);
  const service = office.services.find(({ code }) => code === typed.service) ?? usual(office);
  const draft = { ...typed, service: service?.code ?? "" };
  const terms = {
    office: office.code,
    service: draft.service,
    channel: draft.channel,
    leadMinutes: office.leadMinutes,
    now: opened.now,
    from: opened.from,
    counter,
  };
  const times = useTimes(terms, timesState);
  const arrives = walkIn !== null && draft.channel === "in-person" && times.selected?.date === opened.now.date;

  const booking = useBooking({
    office: office.code,
    now: opened.now,
    keyOf,
    toast,
    onBooked: () => {
      forgetBooking(desk, id);
      endHandOver();
      onClose();
    },
    onClash: (clash) => dispatch({ type: "lost", clash }),
    onFields: (found) => act({ type: "refused", errors: found }),
  });
  const save = () => {
    if (booking.isPending || booking.isSuccess) return;
    flushSync(() => act({ type: "tried" }));
    if (hasFaults || !times.selected) focusFirstFault();
    else booking.mutate({ ...bookingOf(draft, times.selected), ...(arrives && { arrived: true }) });
  };
  return {
    id,
    form,
    draft,
    errors,
    isRevealed,
    service,
    office,
    times,
    timesState,
    arrives,
    booking,
    now: opened.now,
    from: opened.from,
    isRestored: opened.kept !== undefined && !opened.kept.isHandedOver,
    chooseTime,
    save,
    chooseOffice: (code: string) => {
      setOfficeCode(code);
      dispatch({ type: "terms-changed" });
      keep({ office: code });
    },
    leave: () => {
      const left = bookingDraftsOf(desk).find((each) => each.id === id);
      if (left?.isHandedOver) forgetBooking(desk, id);
      else if (left) toast.show({ text: t("panel.draft"), about: desk });
      endHandOver();
      onClose();
    },
    clear: () => forgetBooking(desk, id),
  };
}

/** Of a draft the time on which it stood is preferred again; a collision is over. */
const reopened = (kept: KeptBooking | undefined) =>
  initialTimes(kept?.slot ?? kept?.times.choice ?? kept?.times.preferred ?? null);

/** What was typed stays; the service for which a place was found is asked for anew. */
function forService(office: Office, draft: AppointmentDraft, wished: string | null): AppointmentDraft {
  const found = office.services.find(({ code }) => code === wished)?.code;
  return found ? { ...draft, service: found } : draft;
}

function firstDraft(office: Office, isAtCounter: boolean): AppointmentDraft {
  const draft = emptyDraft(usual(office)?.code ?? "");
  return isAtCounter ? { ...draft, channel: "in-person" } : draft;
}

const usual = ({ services, usualService }: Office): Service | undefined =>
  services.find(({ code }) => code === usualService) ?? services[0];
