import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useId } from "react";
import { called } from "../../appointments/person.ts";
import { visitServices } from "../../appointments/ui/service-words.ts";
import { timeOf } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Office } from "../../offices/contract.ts";
import type { Text } from "../../text/text.ts";
import { MarkChoice } from "./mark-choice.tsx";
import { faultOfMark } from "./refused.ts";
import type { SheetRow } from "./sheet-rows.ts";
import type { CatchUpState } from "./use-catch-up.ts";

interface PaperRowProps {
  readonly office: Office;
  readonly row: SheetRow;
  readonly work: CatchUpState;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function PaperRow({ office, row, work, onKeyDown }: PaperRowProps) {
  const t = useText();
  const { language } = useLanguage();
  const noteId = useId();
  const { appointment, mark, isUnseen, isSettled } = row;
  const { id, time, queue } = appointment;
  const { first, rest } = called(appointment, t);
  const fault = mark && faultOfMark(work.refused, { id, status: mark });
  const stands = standsNow(appointment, t);
  const note = noteOf(row, stands, t);
  return (
    <tr className={classes("paper-row", note && "paper-row--changed")} data-sheet-row={id} onKeyDown={onKeyDown}>
      <td className="paper-row__time">{time}</td>
      <td className="paper-row__queue">
        <span className="paper-row__label">{t("panel.queue")}</span> {queue}
      </td>
      <th scope="row" className="paper-row__person">
        <b>{first}</b> {rest}
        <small>{visitServices(office, appointment, language)}</small>
      </th>
      <td className="paper-row__mark">
        {!isSettled && (
          <MarkChoice
            row={row}
            stands={stands}
            describedBy={fault || note ? noteId : undefined}
            isFaulty={Boolean(fault)}
            onChoose={(chosen) => work.mark([row], chosen)}
          />
        )}
        {(fault || note) && (
          <div className="paper-row__note" id={noteId} role={note ? "status" : undefined}>
            <p className={fault ? "field-error" : undefined}>
              <Icon name="warning" /> {fault || note}
            </p>
            {isUnseen && (
              <Button size="small" onClick={() => work.markHere(row, mark)}>
                {t("catchUp.row-stands")}
              </Button>
            )}
            {isSettled && (
              <Link
                className={buttonClass("plain", "small")}
                to="/offices/$office/days/$date"
                params={{ office: work.office, date: work.day.date }}
                search={{ panel: id }}
              >
                {t("catchUp.row-open")}
              </Link>
            )}
          </div>
        )}
      </td>
    </tr>
  );
}

/** What happened since it was ticked, where that must be known. */
function noteOf({ isUnseen, isSettled }: SheetRow, stands: string, t: Text): string | null {
  if (isSettled) return t("catchUp.row-settled", { status: stands });
  return isUnseen ? t("catchUp.row-changed", { status: stands }) : null;
}

function standsNow({ status, statusAt }: SheetRow["appointment"], t: Text): string {
  const words = t(`plan.status-${status}`);
  return status === "booked" ? words : t("catchUp.status-since", { status: words, time: timeOf(statusAt) });
}
