import { type RefObject, useState } from "react";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Queue } from "../contract.ts";
import { type RarerAct, rarerActs } from "./queue-acts.ts";

interface QueueMenuProps {
  readonly queue: Queue;
  readonly publicBooking: boolean;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onAct: (act: RarerAct) => void;
}

/** The rarer acts on a queue. */
export function QueueMenu({ queue, publicBooking, trigger, onAct }: QueueMenuProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const label = t("queues.more-acts", { queue: queue.name });
  const choose = (act: RarerAct) => {
    setIsOpen(false);
    // The dialog gives the focus back to it.
    trigger.current?.focus();
    onAct(act);
  };
  return (
    <>
      <Button
        ref={trigger}
        size="small"
        isIcon
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="more" />
      </Button>
      <Popover
        triggerRef={trigger}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        placement="bottom end"
        className="menu"
        aria-label={label}
      >
        <Menu aria-label={label} autoFocus="first" onAction={(act) => choose(act as RarerAct)}>
          {rarerActs(queue, publicBooking).map((act) => (
            <MenuItem
              key={act}
              id={act}
              textValue={t(`queues.act-${act}`)}
              className={classes("menu__item", act === "archival" && "menu__item--danger")}
            >
              {t(`queues.act-${act}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
