import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { relativeDay } from "../../../kit/dates.ts";
import { MenuPopover } from "../../../kit/menu/menu-popover.tsx";
import type { MenuChoice } from "../../../kit/menu/open-menu.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { daySheetAddress } from "../../../paper/address.ts";
import { usePrint } from "../../../paper/ui/print-link.tsx";
import { useSheetOffer } from "../../../paper/ui/use-sheet-offer.ts";
import type { Day } from "../../contract.ts";
import { mayCatchUp, openVisits } from "./open-visits.ts";
import { useScan } from "./use-scan.tsx";

type DayAct = "scan" | "catch-up" | "put-away" | `print ${string}`;

/** «Περισσότερα»: what is done with the whole day, and seldom. A dot says that a sheet waits to be printed. */
export function DayMenu({ office, day }: { office: string; day: Day }) {
  const t = useText();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const isToday = day.date === day.now.date;
  const scan = useScan(office, isToday);
  const { choices, hasOffer, choose } = useDayActs(office, day, scan.open);
  if (choices.length === 0) return null;
  const press = (act: DayAct) => {
    // An open menu keeps the focus to itself; a dialog gives it back to what opened it.
    flushSync(() => setIsOpen(false));
    trigger.current?.focus();
    choose(act);
  };
  return (
    <>
      <Button
        ref={trigger}
        size="small"
        className="day-menu"
        title={t("plan.more")}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <span className="day-menu__word">{t("plan.more")}</span>
        {hasOffer && (
          <span className="day-menu__offer">
            <span className="visually-hidden">, {t("plan.printOfferName")}</span>
          </span>
        )}
        <Icon name={isOpen ? "up" : "down"} />
      </Button>
      <MenuPopover
        label={t("plan.more")}
        trigger={trigger}
        isOpen={isOpen}
        choices={choices}
        onChoose={press}
        onClose={() => setIsOpen(false)}
      >
        {hasOffer && <p className="hint day-menu__why">{t("plan.printOffer")}</p>}
      </MenuPopover>
      {scan.dialog}
    </>
  );
}

function useDayActs(office: string, day: Day, scan: () => void) {
  const t = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const print = usePrint();
  const offer = useSheetOffer(office);
  const isToday = day.date === day.now.date;
  const open = openVisits(day);
  const sheets = isToday ? offer.days : [];
  const choices: MenuChoice<DayAct>[] = [
    ...sheets.map((date) => ({
      act: `print ${date}` as const,
      words: t("plan.printSheet", { day: relativeDay(date, day.now.date, language) }),
      icon: "print" as const,
    })),
    ...(sheets.length > 0
      ? [{ act: "put-away" as const, words: t("plan.printOfferAway"), icon: "close" as const }]
      : []),
    ...(isToday ? [{ act: "scan" as const, words: t("plan.scan"), icon: "search" as const, shortcut: "Q" }] : []),
    ...(mayCatchUp(day) ? [{ act: "catch-up" as const, words: catchUpWords(), icon: "edit" as const }] : []),
  ];
  return { choices, hasOffer: sheets.length > 0, choose };

  function catchUpWords(): string {
    return open > 0 ? `${t("shell.catchUp")}, ${t("shell.catchUpOpen", { count: open })}` : t("shell.catchUp");
  }

  function choose(act: DayAct): void {
    if (act === "scan") scan();
    else if (act === "put-away") offer.putAway();
    else if (act === "catch-up")
      void navigate({
        to: "/offices/$office/days/$date/catch-up",
        params: { office, date: day.date },
        search: {},
      });
    else print(daySheetAddress(office, act.slice("print ".length), { language }));
  }
}
