import { type ReactNode, useState } from "react";
import { useText } from "../../../../kit/text.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { Appointment } from "../../../contract.ts";
import { servicesOfVisit } from "../../../field/visit-services.ts";
import { fullName } from "../../../person.ts";
import { isSamePlace, type Slot } from "../../plan-marks.ts";
import type { PanelProps } from "../frame/panel-props.ts";
import { nearItsTime } from "../times/first-times.ts";
import { useMarks } from "../times/use-marks.ts";
import { useTimes } from "../times/use-times.ts";
import { servicesText, termsOfVisit } from "../together/visit-in-form.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { useCallLater } from "./call-later.tsx";
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
  const { date, time, queue, channel } = appointment;
  const visit = isHere || isOffered(to, appointment) ? termsOfVisit(to, appointment) : undefined;
  const present = isHere ? { date, time, queue } : null;
  const minutes = visit?.minutes || appointment.minutes;
  const times = useTimes(
    {
      office: to.code,
      service: servicesText(appointment),
      channel,
      minutes,
      leadMinutes: to.leadMinutes,
      now,
      ...nearItsTime(appointment, now),
      present,
    },
    slot,
    { place: slot, clicked: slot },
  );
  const { selected, state } = times;
  const mayStand = selected !== null && !(present && isSamePlace(selected, present));
  const target = mayStand && (isHere || visit) ? selected : null;
  useMarks(onMarks, {
    day,
    chosen: isHere ? target : null,
    clash: isHere ? state.clash : null,
    gone: isHere ? state.gone : null,
    minutes,
    label: fullName(appointment, t),
  });
  const callLater = useCallLater(appointment, target, now);
  const isCalledLater = callLater.isOffered && callLater.isChecked;
  const form = useMove({ appointment, to, place: target, now, toast, times, isCalledLater, onMoved: onClose });
  const queueName = useQueueNames(to.code, day, isHere);
  return {
    times,
    queueName,
    visit,
    target,
    callLater,
    form: { ...form, submit: () => !times.isJustLost() && form.submit() },
  };
}

const isOffered = ({ services }: Office, visit: Appointment): boolean =>
  servicesOfVisit(visit).every((code) => services.some((service) => service.code === code));
