import { useEffectEvent, useLayoutEffect, useState } from "react";
import { focusFaultIn } from "../../../../kit/form/focus.ts";
import { type FormKey, forgetTyping, keepTyping, storedTyping } from "../../../../kit/form/keeper.ts";
import { hasNoAnswer } from "../../../../kit/form/send.ts";
import { hasTexts, type Texts } from "../../../../kit/form/typing.ts";
import { useText } from "../../../../kit/text.tsx";
import type { Office, Service } from "../../../../offices/contract.ts";
import { takeLetters } from "../../first-letters.ts";
import type { Slot } from "../../plan-marks.ts";
import { bookingOf, draftOf } from "../form/draft.ts";
import { useChosenOffice } from "../frame/office-field.tsx";
import type { PanelProps, WalkIn } from "../frame/panel-props.ts";
import { counterOf } from "../times/counter.ts";
import type { TimesAction } from "../times/times-reducer.ts";
import { useTimes } from "../times/use-times.ts";
import { emptyBooking, isWorthKeeping, placeIn, placeText, valuesIn } from "./booking-drafts.ts";
import { endHandOver } from "./hand-over.ts";
import { useBooking } from "./use-booking.ts";

export type NewFormProps = Omit<PanelProps, "target"> & {
  readonly date: string;
  readonly slot: Slot | null;
  /** What the slot was found for */
  readonly service: string | null;
  readonly walkIn: WalkIn | null;
};

/** The fields of a citizen, one Tab after the other */
const TYPED_FIRST = ["lastName", "firstName", "phone", "email"] as const;

export interface FormProps extends NewFormProps {
  /** Where the drafts are kept */
  readonly bookings: FormKey;
  /** The one that goes on; null: an empty form */
  readonly draftId: string | null;
}

/** All that the form of a new appointment knows. What is typed is kept at every change, so that no way out loses it. */
export function useNewBooking(props: FormProps) {
  const { day, slot, walkIn, bookings, onClose, toast } = props;
  const t = useText();
  const counter = counterOf(walkIn, day);
  const [opened] = useState(() => openedBy(props));
  const { id, now, from, kept, begins } = opened;
  const [isAtCounter, setIsAtCounter] = useState(walkIn !== null);
  const form = useBooking({
    key: bookings,
    id,
    begins,
    isWorthKeeping: (texts) => isWorthKeeping({ ...begins, ...texts }),
    now,
    toast,
    isNameOptional: isAtCounter,
    asked: () => {
      if (!times.selected) throw new Error("sent without a place");
      dispatch({ type: "sending", isSending: true });
      return {
        office: office.code,
        place: times.selected,
        request: { ...bookingOf(draft, times.selected), ...(arrives && { arrived: true }) },
      };
    },
    telling: (place, act) => times.tellingLoss(place, act),
    onRefused: (error) => dispatch({ type: "sending", isSending: hasNoAnswer(error) }),
    onBooked: () => {
      endHandOver();
      onClose();
    },
  });
  const office = useChosenOffice(form.values.office ?? props.office.code, props.office);
  const service = office.services.find(({ code }) => code === form.values.service);
  const draft = { ...draftOf(form.values), service: service?.code ?? "" };
  const terms = {
    office: office.code,
    service: draft.service,
    channel: draft.channel,
    minutes: service?.minutes ?? 0,
    leadMinutes: office.leadMinutes,
    now,
    from,
    counter,
  };
  const times = useTimes(terms, slot, {
    place: slot || walkIn || !kept ? slot : placeIn(valuesIn(kept)),
    clicked: slot,
    isSending: kept?.isSent === true,
  });
  const { dispatch } = times;
  const arrives = walkIn !== null && draft.channel === "in-person" && times.selected?.date === now.date;
  if (arrives !== isAtCounter) setIsAtCounter(arrives);

  // The place on which the form stands is kept with what is typed.
  const fill = (values: Texts) => {
    if (["service", "channel", "office"].some((field) => field in values)) dispatch({ type: "terms-changed" });
    form.fill({ ...values, place: placeText(times.selected ?? times.state.choice) });
  };
  const chooseTime = (action: TimesAction) => {
    dispatch(action);
    if (action.type === "chosen") form.change("place", placeText(action.slot));
  };
  const begin = useEffectEvent(() => {
    reopen(props, opened, fill);
    // What was typed while the form was on its way; the field has the focus by now.
    const typed = takeLetters().slice(0, TYPED_FIRST.length);
    const texts = typed.flatMap((text, at) => {
      const field = TYPED_FIRST[at];
      return field && text ? [[field, draft[field] + text]] : [];
    });
    if (texts.length > 0) fill(Object.fromEntries(texts));
    if (typed.length > 1) document.getElementsByName(TYPED_FIRST[typed.length - 1] ?? "")[0]?.focus();
  });
  useLayoutEffect(begin, []);
  return {
    id,
    form: { ...form, fill, change: (field: string, text: string) => fill({ [field]: text }) },
    draft,
    service,
    office,
    times: { ...times, dispatch: chooseTime },
    arrives,
    isRestored: kept !== undefined && hasTexts(kept),
    save: () => {
      if (times.isJustLost() || !form.isReady()) return;
      if (times.selected) form.submit();
      else focusFaultIn(form.ref.current);
    },
    leave: () => {
      const left = storedTyping(bookings).find((each) => each.id === id);
      if (left && !hasTexts(left)) forgetTyping(bookings, id);
      else if (left) toast.show({ text: t("panel.draft"), about: bookings });
      endHandOver();
      onClose();
    },
  };
}

function openedBy({ office, day, date, service: wished, walkIn, bookings, draftId }: FormProps) {
  const kept = storedTyping(bookings).find(({ id }) => id === draftId);
  const found = office.services.find(({ code }) => code === wished)?.code;
  const empty = emptyBooking(office.code, found ?? usual(office)?.code);
  return {
    id: draftId ?? crypto.randomUUID(),
    now: day.now,
    from: walkIn || date < day.now.date ? day.now.date : date,
    kept,
    found,
    begins: kept?.seen ?? (walkIn ? { ...empty, channel: "in-person" } : empty),
  };
}

/** What was typed stays; the service for which a place was found is asked for anew. A person handed over has none yet. */
function reopen(
  { bookings, office }: FormProps,
  { kept, found }: ReturnType<typeof openedBy>,
  fill: (values: Texts) => void,
) {
  if (!kept) return;
  const service = found ?? (kept.seen.service || usual(office)?.code) ?? "";
  if (!hasTexts(kept)) keepTyping(bookings, { ...kept, seen: { ...kept.seen, service } });
  else if (found) fill({ service });
}

/** None is guessed: an office of which nobody knows yet asks for each. */
const usual = ({ services, usualService }: Office): Service | undefined =>
  services.find(({ code }) => code === usualService);
