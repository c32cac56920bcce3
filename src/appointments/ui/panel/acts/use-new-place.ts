import { type ReactNode, useReducer, useState } from "react";
import { useText } from "../../../../kit/text.tsx";
import type { Office, Service } from "../../../../offices/contract.ts";
import type { Appointment } from "../../../contract.ts";
import { fullName } from "../../../person.ts";
import type { Slot } from "../../plan-marks.ts";
import { serviceOf } from "../../service-of.ts";
import type { PanelProps } from "../frame/panel-props.ts";
import { useJustLost } from "../times/lost/use-just-lost.ts";
import { isSame } from "../times/place.ts";
import { initialTimes, nextTimes } from "../times/times-state.ts";
import { useClickedSlot } from "../times/use-clicked-slot.ts";
import { useMarks } from "../times/use-marks.ts";
import { useTimes } from "../times/use-times.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { useMove } from "./use-move.ts";

export interface MoveFormProps extends Omit<PanelProps, "target"> {
  readonly appointment: Appointment;
  readonly slot: Slot | null;
  readonly onBack: () => void;
}

export interface NewPlaceProps extends MoveFormProps {
  /** The ΚΕΠ that is to have it, by its own times and minutes */
  readonly to: Office;
  readonly isHere: boolean;
  readonly children: ReactNode;
}

/** The times that may be chosen, the one chosen, and the act. */
export function useNewPlace({ appointment, to, isHere, day, slot, toast, onClose, onMarks }: NewPlaceProps) {
  const t = useText();
  const [now] = useState(day.now);
  const [state, dispatch] = useReducer(nextTimes, slot, initialTimes);
  useClickedSlot(slot, dispatch);
  const { date, time, queue, channel } = appointment;
  const service = isHere ? serviceOf(to, appointment.service) : offeredIn(to, appointment.service);
  const present = isHere ? { date, time, queue } : null;
  const terms = { office: to.code, service: appointment.service, channel, leadMinutes: to.leadMinutes };
  const [isSending, setIsSending] = useState(false);
  const minutes = service?.minutes ?? appointment.minutes;
  const times = useTimes({ ...terms, minutes, now, from: now.date, present, isSending }, state, dispatch);
  const mayStand = times.selected !== null && !(present && isSame(times.selected, present));
  const target = mayStand && (isHere || service) ? times.selected : null;
  useMarks(onMarks, {
    day,
    chosen: isHere ? target : null,
    clash: isHere ? state.clash : null,
    gone: isHere ? state.gone : null,
    minutes,
    label: fullName(appointment, t),
  });
  const form = useMove({
    appointment,
    to,
    place: target,
    now,
    toast,
    onMoved: onClose,
    dispatch,
    onSending: setIsSending,
  });
  const isJustLost = useJustLost(state.gone);
  const queueName = useQueueNames(to.code, day, isHere);
  return {
    now,
    state,
    dispatch,
    times,
    queueName,
    service,
    present,
    target,
    form: { ...form, submit: () => !isJustLost() && form.submit() },
  };
}

const offeredIn = ({ services }: Office, code: string): Service | undefined =>
  services.find((service) => service.code === code);
