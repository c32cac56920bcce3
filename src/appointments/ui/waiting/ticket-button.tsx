import { useRef, useState } from "react";
import { MenuPopover } from "../../../kit/menu/menu-popover.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { IconName } from "../../../kit/ui/icon.tsx";
import type { Office } from "../../../offices/contract.ts";
import { dateOf } from "../../../platform/time.ts";
import type { Ticket } from "../../../waiting/contract.ts";
import { visitorOf } from "../../statuses.ts";
import { askInVain } from "../in-vain/in-vain-question.ts";
import { serviceOf } from "../service-of.ts";
import { minutesSince, type ServingCounter } from "./use-line.ts";
import { usePrintNumber } from "./use-print-number.ts";
import { type TicketMenuAct, ticketActsOn, useTicketMenu } from "./use-ticket-menu.ts";
import { neededService, ticketName } from "./visit-name.ts";

interface TicketButtonProps {
  readonly office: Office;
  readonly ticket: Ticket;
  readonly counter: ServingCounter;
  readonly now: Temporal.Instant;
  /** Where its service stands beside it */
  readonly isInTable?: boolean;
  /** Of several that arrows go through */
  readonly isTabStop?: boolean;
}

const ICONS: Readonly<Record<TicketMenuAct, IconName>> = {
  start: "play",
  call: "speaker",
  completion: "check",
  departure: "sign-out",
  priority: "up",
  undo: "history",
};

/** No step of the number: it stays as it is */
const IN_VAIN = "in-vain";

/** «Α 031, 18′»: a number, and what can be done with it now. */
export function TicketButton({ office, ticket, counter, now, isInTable = false, isTabStop = true }: TicketButtonProps) {
  const t = useText();
  const { language } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const triggerRef = useRef<HTMLButtonElement>(null);
  const menu = useTicketMenu(office, counter);
  const printing = usePrintNumber(office.code, isOpen && ticket.status === "arrived");
  const service = neededService(office, ticket, { t, language });
  const name = ticketName(ticket, t);
  const known = ticket.service === null ? undefined : serviceOf(office, ticket.service);
  const shortName = (language === "en" ? known?.nameEn : known?.shortName) ?? service;
  const since = Temporal.Instant.from(ticket.status === "in-service" ? ticket.statusAt : ticket.issuedAt);
  const minutes = minutesSince(since, now);
  const acts = ticketActsOn(ticket);
  // Without its service it would count for none; of another day it is counted already.
  const mayBeInVain = ticket.status === "served" && ticket.service !== null && dateOf(now).toString() === ticket.date;
  const choose = (act: string) => {
    setIsOpen(false);
    const known = acts.find((one) => one === act);
    if (act === IN_VAIN) askInVain({ appointment: null, ticket });
    else if (known) menu.choose(ticket, known, triggerRef.current);
    else printing.print(act, ticket.id);
  };
  const label = [name, t(stateKey(ticket)), service].join(", ");
  return (
    <>
      <button
        ref={triggerRef}
        type="button"
        className="button ticket"
        data-ticket={ticket.id}
        tabIndex={isTabStop ? 0 : -1}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <b>{name}</b>
        <span className="visually-hidden">{t(stateKey(ticket))}</span>
        {visitorOf(ticket.status) && <span>{t("waiting.minutes", { minutes })}</span>}
        {!isInTable && <span className="ticket__service">{shortName}</span>}
      </button>
      <MenuPopover
        label={label}
        trigger={triggerRef}
        isOpen={isOpen}
        under="start"
        choices={[
          ...acts.map((act) => ({ act, words: t(`waiting.act-${act}`, { queue: counter.name }), icon: ICONS[act] })),
          ...(mayBeInVain ? [{ act: IN_VAIN, words: t("inVain.act"), icon: "info" as const, shortcut: "H" }] : []),
          ...printing.printers.map(({ id, name: printer }) => ({
            act: id,
            words: t("waiting.act-print", { printer }),
            icon: "print" as const,
          })),
        ]}
        onChoose={choose}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
}

/** How it stands, in a word. */
const stateKey = ({ status }: Ticket) =>
  status === "arrived" ? ("waiting.status-waits" as const) : (`waiting.status-${status}` as const);
