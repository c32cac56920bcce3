import { type KeyboardEvent, useRef } from "react";
import { MenuPopover } from "../../../kit/menu/menu-popover.tsx";
import { areSingleKeysOn } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import type { IconName } from "../../../kit/ui/icon.tsx";
import type { Moment } from "../../acts.ts";
import type { Appointment } from "../../contract.ts";
import { actsOn } from "../acts/next-acts.ts";
import { keyFor, menuOf, ROW_KEYS, type RowAct } from "./row-acts.ts";
import type { ListedAppointment } from "./rows.ts";

const ICONS: Readonly<Record<RowAct, IconName>> = {
  arrival: "check",
  "service-start": "play",
  completion: "check",
  call: "speaker",
  "no-show": "close",
  departure: "sign-out",
  edit: "edit",
  move: "move",
  undo: "history",
  history: "info",
  "in-vain": "info",
  cancel: "close",
};

interface RowMenuProps {
  readonly row: ListedAppointment;
  readonly now: Moment;
  readonly trigger: HTMLElement;
  readonly onAct: (act: RowAct, appointment: Appointment) => void;
  readonly onClose: () => void;
}

/** What else can be done with the appointment; the keys of the acts work here as on the row. */
export function RowMenu({ row: { appointment, first, rest }, now, trigger, onAct, onClose }: RowMenuProps) {
  const t = useText();
  const offered = menuOf(actsOn(appointment, now));
  const choose = (act: RowAct) => {
    onClose();
    onAct(act, appointment);
  };
  const label = t("table.actsFor", { name: `${first} ${rest}`.trim(), time: appointment.time });
  const triggerRef = useRef(trigger);
  triggerRef.current = trigger;
  const onKey = (event: KeyboardEvent) => {
    const act = offered.find((each) => each === ROW_KEYS[event.code]);
    if (!act || !areSingleKeysOn()) return;
    event.preventDefault();
    event.stopPropagation();
    choose(act);
  };
  return (
    <MenuPopover
      label={label}
      trigger={triggerRef}
      choices={offered.map((act) => ({
        act,
        words: wordsFor(act),
        icon: ICONS[act],
        shortcut: keyFor(act),
        isDanger: act === "cancel",
      }))}
      onChoose={choose}
      onClose={onClose}
      onKeyDown={onKey}
    />
  );

  function wordsFor(act: RowAct): string {
    switch (act) {
      case "edit":
      case "move":
      case "undo":
      case "cancel":
        return t(`panel.act-${act}`);
      case "history":
        return t("panel.history");
      case "in-vain":
        return t("inVain.act");
      default:
        return t(`plan.act-${act}`);
    }
  }
}
