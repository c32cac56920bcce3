import { type KeyboardEvent, useRef } from "react";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { areSingleKeysOn } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon, type IconName } from "../../../kit/ui/icon.tsx";
import type { Moment } from "../../acts.ts";
import type { Appointment } from "../../contract.ts";
import { ACT_KEYS } from "../acts/act-keys.ts";
import { actsOn } from "../acts/next-acts.ts";
import { keyFor, menuOf, type RowAct } from "./row-acts.ts";
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
    const act = offered.find((each) => each === ACT_KEYS[event.code]);
    if (!act || !areSingleKeysOn()) return;
    event.preventDefault();
    event.stopPropagation();
    choose(act);
  };
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      placement="bottom end"
      className="menu"
      aria-label={label}
    >
      <div onKeyDownCapture={onKey}>
        <Menu aria-label={label} autoFocus="first" onAction={(act) => choose(act as RowAct)}>
          {offered.map((act) => (
            <MenuItem
              key={act}
              id={act}
              textValue={wordsFor(act)}
              className={classes("menu__item", act === "cancel" && "menu__item--danger")}
            >
              <Icon name={ICONS[act]} />
              {wordsFor(act)}
              {keyFor(act) && <kbd aria-hidden="true">{keyFor(act)}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </Popover>
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
      default:
        return t(`plan.act-${act}`);
    }
  }
}
