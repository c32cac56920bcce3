import type { PaperMark } from "../../appointments/paper/marks.ts";
import { fullName } from "../../appointments/person.ts";
import { useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { Icon } from "../../kit/ui/icon.tsx";
import { choicesOf } from "./mark-keys.ts";
import type { SheetRow } from "./sheet-rows.ts";

interface MarkChoiceProps {
  readonly row: SheetRow;
  /** How it stands, in words */
  readonly stands: string;
  readonly describedBy: string | undefined;
  readonly isFaulty: boolean;
  /** null: it stays as it is */
  readonly onChoose: (mark: PaperMark | null) => void;
}

/** What the paper says of one appointment: as it stands, or one of the ticks that it allows. */
export function MarkChoice({ row, stands, describedBy, isFaulty, onChoose }: MarkChoiceProps) {
  const t = useText();
  const { appointment, mark } = row;
  const { id, time } = appointment;
  if (row.options.length === 0) return <p className="paper-row__stands">{stands}</p>;
  return (
    <fieldset className="marks" aria-describedby={describedBy} data-faulty={isFaulty || undefined}>
      <legend className="visually-hidden">{t("catchUp.mark-of", { name: fullName(appointment, t), time })}</legend>
      {choicesOf(row).map((option) => (
        <label key={option ?? "stands"} className={classes("marks__option", option && `marks__option--${option}`)}>
          <input
            type="radio"
            name={`mark-${id}`}
            checked={mark === option}
            onChange={() => onChoose(option)}
            onClick={() => row.isUnseen && mark === option && onChoose(option)}
          />
          <Icon name="check" />
          {option === null ? stands : t(`plan.status-${option}`)}
        </label>
      ))}
    </fieldset>
  );
}
