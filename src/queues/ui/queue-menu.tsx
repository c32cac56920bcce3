import { useNavigate } from "@tanstack/react-router";
import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { MenuPopover } from "../../kit/menu/menu-popover.tsx";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Queue } from "../contract.ts";
import { type RarerAct, rarerActs } from "./queue-acts.ts";

interface QueueMenuProps {
  readonly office: string;
  readonly today: string;
  readonly queue: Queue;
  readonly publicBooking: boolean;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onAct: (act: RarerAct) => void;
}

/** The rarer acts on a queue. */
export function QueueMenu({ office, today, queue, publicBooking, trigger, onAct }: QueueMenuProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const label = t("queues.more-acts", { queue: queue.name });
  const navigate = useNavigate();
  const choices = rarerActs(queue, publicBooking).flatMap<RarerAct | "absence">((act) =>
    act === "substitute" && queue.active ? ["absence", act] : [act],
  );
  const choose = (act: RarerAct | "absence") => {
    // An open menu keeps the focus to itself.
    flushSync(() => setIsOpen(false));
    // The dialog gives the focus back to it.
    trigger.current?.focus();
    if (act !== "absence") return onAct(act);
    const search = { queue: queue.number, date: today, hours: "rest" as const };
    void navigate({ to: "/offices/$office/exceptions/new", params: { office }, search });
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
        choices={choices.map((act) => ({ act, words: t(`queues.act-${act}`), isDanger: act === "archival" }))}
        onChoose={choose}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
}
