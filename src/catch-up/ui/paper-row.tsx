import { type KeyboardEvent, useId } from "react";
import { called } from "../../appointments/person.ts";
import { serviceName } from "../../appointments/ui/panel/words/field-words.ts";
import { timeOf } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
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
  const { appointment, mark, isUnseen } = row;
  const { id, time, queue, service } = appointment;
  const { first, rest } = called(appointment, t);
  const fault = mark && faultOfMark(work.refused, { id, status: mark });
  const note = noteOf(row, t);
  return (
    <tr className="paper-row" onKeyDown={onKeyDown}>
      <td className="paper-row__time">{time}</td>
      <td className="paper-row__queue">
        <span className="paper-row__label">{t("panel.queue")}</span> {queue}
      </td>
      <th scope="row" className="paper-row__person">
        <b>{first}</b> {rest}
        <small>{serviceName(office, service, language)}</small>
      </th>
      <td className="paper-row__mark">
        <MarkChoice
          row={row}
          describedBy={fault || note ? noteId : undefined}
          isFaulty={Boolean(fault)}
          onChoose={(chosen) => work.mark([row], chosen)}
        />
        {(fault || note) && (
          <div className="paper-row__note" id={noteId} role={isUnseen ? "status" : undefined}>
            <p className={fault ? "field-error" : undefined}>
              <Icon name="warning" /> {fault || note}
            </p>
            {isUnseen && (
              <Button size="small" onClick={() => work.markHere(row, mark)}>
                {t("catchUp.row-stands")}
              </Button>
            )}
          </div>
        )}
      </td>
    </tr>
  );
}

/** What happened since it was ticked, where that must be known. */
function noteOf({ appointment: { status, statusAt }, isUnseen, isSettled }: SheetRow, t: Text): string | null {
  if (isSettled) return t("catchUp.row-settled");
  if (!isUnseen) return null;
  const since = t("catchUp.status-since", { status: t(`plan.status-${status}`), time: timeOf(statusAt) });
  return t("catchUp.row-changed", { status: since });
}
