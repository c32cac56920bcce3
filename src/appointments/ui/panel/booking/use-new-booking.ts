import { useEffectEvent, useLayoutEffect, useState } from "react";
import { focusFaultIn } from "../../../../kit/form/focus.ts";
import { type FormKey, forgetTyping, keepTyping, storedTyping } from "../../../../kit/form/keeper.ts";
import { hasNoAnswer } from "../../../../kit/form/send.ts";
import { hasTexts, type Texts } from "../../../../kit/form/typing.ts";
import { useText } from "../../../../kit/text.tsx";
import type { Office, Service } from "../../../../offices/contract.ts";
import { isTypingElsewhere, takeLetters } from "../../first-letters.ts";
import type { Slot } from "../../plan-marks.ts";
import { bookingOf, draftOf } from "../form/draft.ts";
import { useChosenOffice } from "../frame/office-field.tsx";
import type { PanelProps, WalkIn } from "../frame/panel-props.ts";
import { counterOf } from "../times/counter.ts";
import type { TimesAction } from "../times/times-reducer.ts";
import { useTimes } from "../times/use-times.ts";
import { minutesIn, servicesText, visitIn } from "../together/visit-in-form.ts";
import { serviceButtons } from "../which-service/service-choices.ts";
import { emptyBooking, isWorthKeeping, placeIn, placeText, valuesIn } from "./booking-drafts.ts";
import { endHandOver } from "./hand-over.ts";
import { TYPED_FIRST, typedAtOpening } from "./typed-at-opening.ts";
import { useBooking } from "./use-booking.ts";

export type NewFormProps = Omit<PanelProps, "target"> & {
  readonly date: string;
  readonly slot: Slot | null;
  /** What the slot was found for */
  readonly service: string | null;
  readonly walkIn: WalkIn | null;
};

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
  const [sought, setSought] = useState<string | null>(null);
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
  const visit = visitIn({ ...form.values, service: draft.service });
  const terms = {
    office: office.code,
    service: servicesText(visit),
    channel: draft.channel,
    minutes: minutesIn(office, visit),
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
    if (["service", "moreServices", "companions", "needs", "channel", "office"].some((field) => field in values))
      dispatch({ type: "terms-changed" });
    form.fill({ ...values, place: placeText(times.selected ?? times.state.choice) });
  };
  const chooseTime = (action: TimesAction) => {
    dispatch(action);
    if (action.type === "chosen") form.change("place", placeText(action.slot));
  };
  const begin = useEffectEvent(() => {
    reopen(props, opened, fill);
    const { isServiceChosen } = opened;
    const typed = typedAtOpening(takeLetters(), { draft, buttons: serviceButtons(office, ""), isServiceChosen });
    if (Object.keys(typed.texts).length > 0) fill(typed.texts);
    if (typed.focused && !isTypingElsewhere()) focusField(typed.focused);
    setSought(typed.sought);
  });
  useLayoutEffect(begin, []);
  return {
    id,
    form: { ...form, fill, change: (field: string, text: string) => fill({ [field]: text }) },
    draft,
    visit,
    service,
    office,
    /** All services are shown as the form opens, with this typed; null: they are not */
    sought,
    isServiceChosen: opened.isServiceChosen,
    goOn: () => focusField(TYPED_FIRST[0]),
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
    /** Not by the office once and for all, but for this visit */
    isServiceChosen: found !== undefined || Boolean(kept?.texts.service),
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

const focusField = (name: string): void => document.getElementsByName(name)[0]?.focus();

/** None is guessed: only where somebody in the office has said which is usual, the form begins with it. */
const usual = ({ services, usualService }: Office): Service | undefined =>
  services.find(({ code }) => code === usualService);
