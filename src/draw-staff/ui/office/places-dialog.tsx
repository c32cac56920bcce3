import type { QueuesOfOffice, ServiceOfOffice } from "../../../draws/contract.ts";
import { weekday } from "../../../kit/dates.ts";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { SelectInput } from "../../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { ISO_WEEKDAYS, PARTS, partWords, someDateOn } from "../draw-words.ts";
import { cellField, usePlaces, weekPlacesIn } from "./use-places.ts";

interface PlacesDialogProps {
  readonly office: string;
  readonly service: ServiceOfOffice;
  readonly queues: QueuesOfOffice;
  readonly name: string;
  onClose(): void;
}

/** How many places each week's draw has, by weekday and part of the day. */
export function PlacesDialog({ office, service, queues, name, onClose }: PlacesDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const form = usePlaces({ office, service, queues, onSaved: onClose });
  const options = queues.map((queue) => [String(queue.number), `${queue.number}, ${queue.name}`] as const);
  const cellName = (day: number, part: number) =>
    t("drawDesk.cell", { day: weekday(someDateOn(day), language), part: partWords(part, t) });
  const labelOf = (field: string) => {
    const cell = /^places(\d)-(\d)$/.exec(field);
    return cell ? cellName(Number(cell[1]), Number(cell[2])) : t("drawDesk.queue");
  };
  const sum = weekPlacesIn(form.values).reduce((all, { count }) => all + Math.max(count, 0), 0);
  return (
    <FormDialog
      form={form}
      title={t("drawDesk.places-title", { service: name })}
      submit={t("drawDesk.save")}
      back={t("drawDesk.back")}
      effect={t("drawDesk.sum", { count: sum })}
      problem={form.errors.places ?? null}
      onClose={onClose}
    >
      <OvertakenNotice form={form} labelOf={labelOf} wordsOf={(_, text) => text} />
      <SelectInput
        form={form}
        field="queue"
        label={t("drawDesk.queue")}
        hint={t("drawDesk.queue-hint")}
        options={options}
        isFirst
      />
      <p className="hint">{t("drawDesk.week-hint")}</p>
      <table className="draw-cells" aria-label={t("drawDesk.week")}>
        <thead>
          <tr>
            <th scope="col">{t("drawDesk.day")}</th>
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {partWords(part, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ISO_WEEKDAYS.map((day) => (
            <tr key={day}>
              <th scope="row">{weekday(someDateOn(day), language)}</th>
              {PARTS.map((part) => (
                <td key={part}>
                  <input
                    className="input"
                    inputMode="numeric"
                    autoComplete="off"
                    aria-label={cellName(day, part)}
                    value={form.values[cellField(day, part)] ?? ""}
                    onChange={({ target }) => form.change(cellField(day, part), target.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FormDialog>
  );
}
