import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { MenuPopover } from "../../kit/ui/menu-popover.tsx";
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
    // An open menu keeps the focus to itself.
    flushSync(() => setIsOpen(false));
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
      <MenuPopover
        label={label}
        trigger={trigger}
        isOpen={isOpen}
        choices={rarerActs(queue, publicBooking).map((act) => ({
          act,
          words: t(`queues.act-${act}`),
          isDanger: act === "archival",
        }))}
        onChoose={choose}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
}
