import type { Form } from "../../../kit/form/form.ts";
import { DateInput, TextInput, TimeInput } from "../../../kit/form/inputs.tsx";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Holiday, MissingHoliday } from "../../contract.ts";
import { checkHoliday, checkHolidayRemoval, deleteHoliday, patchHoliday, postHoliday } from "../acts.ts";
import { RemovalDialog } from "../removal-dialog.tsx";
import { RulingDialog } from "../ruling-dialog.tsx";
import { useConsequence } from "../use-consequence.ts";
import { useContraryAct } from "../use-contrary-act.ts";
import type { Ruling } from "../use-ruling-form.ts";
import { emptyHoliday, holidayRequestOf, holidayRow, holidayTexts, holidayTimeIn } from "./holiday-texts.ts";

export type HolidayWish =
  | { readonly act: "add" }
  | { readonly act: "restore"; readonly missing: MissingHoliday }
  | { readonly act: "change" | "remove"; readonly holiday: Holiday };

interface HolidayDialogProps {
  readonly wish: HolidayWish;
  readonly onClose: () => void;
}

export function HolidayDialog({ wish, onClose }: HolidayDialogProps) {
  if (wish.act === "remove") return <HolidayRemoval holiday={wish.holiday} onClose={onClose} />;
  if (wish.act === "change") return <HolidayChange holiday={wish.holiday} onClose={onClose} />;
  return <HolidayAddition missing={wish.act === "restore" ? wish.missing : null} onClose={onClose} />;
}

interface AdditionProps extends Pick<HolidayDialogProps, "onClose"> {
  /** A computed one to bring back: to its own date, or to another when that is taken */
  readonly missing: MissingHoliday | null;
}

const REQUIRED = ["date", "name", "nameEn"];

function HolidayAddition({ missing, onClose }: AdditionProps) {
  const t = useText();
  const consequence = useConsequence();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const isTaken = missing?.why === "coincides";
  const ruling: Ruling = {
    name: `holiday ${missing ? `${missing.date} ${missing.name}` : "new"}`,
    begins: missing ? { ...holidayTexts(missing), ...(isTaken && { date: "" }) } : emptyHoliday,
    required: REQUIRED,
    check: (values) => checkHoliday(holidayRequestOf(values), null),
    send: ({ values, keyOf }) => postHoliday(holidayRequestOf(values), keyOf(values)),
    consequence: (preview, values) => consequence.ofHoliday(preview, holidayTimeIn(values)),
    done: ({ id }, { values: { name = "" } }) => {
      toasts.show({
        text: t("ministry.holiday-added", { name }),
        ...takeBack("holiday-added", () => deleteHoliday(id, 1)),
      });
      onClose();
    },
  };
  const title = missing ? t("ministry.holiday-move-of", { name: missing.name }) : t("ministry.holiday-new");
  return (
    <HolidayForm
      title={missing && !isTaken ? t("ministry.holiday-restore-of", { name: missing.name }) : title}
      ruling={ruling}
      label={t("ministry.holiday-submit-add")}
      onClose={onClose}
    />
  );
}

interface OfHolidayProps extends Pick<HolidayDialogProps, "onClose"> {
  readonly holiday: Holiday;
}

function HolidayChange({ holiday, onClose }: OfHolidayProps) {
  const t = useText();
  const consequence = useConsequence();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const ruling: Ruling = {
    name: `holiday ${holiday.date}`,
    stands: holidayTexts(holiday),
    version: holiday.version,
    standsIn: (current) => holidayTexts(current as Holiday),
    required: REQUIRED,
    check: (values) => checkHoliday(holidayRequestOf(values), holiday.date),
    send: ({ values, version = holiday.version }) => patchHoliday(holiday.date, version, holidayRequestOf(values)),
    consequence: (preview, values) => consequence.ofHoliday(preview, holidayTimeIn(values)),
    done: ({ id }, { values: { name = "" }, version = holiday.version }) => {
      const undoing = takeBack("holiday-changed", () => patchHoliday(id, version + 1, holidayRow(holiday)));
      toasts.show({ text: t("ministry.holiday-changed", { name }), ...undoing });
      onClose();
    },
  };
  return (
    <HolidayForm
      title={t("ministry.holiday-change")}
      ruling={ruling}
      label={t("ministry.holiday-submit-change")}
      onClose={onClose}
    />
  );
}

interface HolidayFormProps extends Pick<HolidayDialogProps, "onClose"> {
  readonly title: string;
  readonly label: string;
  readonly ruling: Ruling;
}

function HolidayForm({ title, label, ruling, onClose }: HolidayFormProps) {
  const t = useText();
  const labels: Readonly<Record<string, string>> = {
    date: t("ministry.holiday-date"),
    closedFrom: t("ministry.closed-from"),
    name: t("ministry.holiday-name"),
    nameEn: t("ministry.holiday-name-en"),
  };
  const labelOf = (field: string): string => labels[field] ?? field;
  return (
    <RulingDialog
      title={title}
      ruling={ruling}
      onClose={onClose}
      fields={(form) => <HolidayFields form={form} labelOf={labelOf} />}
      submitLabel={() => label}
      labelOf={labelOf}
    />
  );
}

interface HolidayFieldsProps {
  readonly form: Form;
  readonly labelOf: (field: string) => string;
}

function HolidayFields({ form, labelOf }: HolidayFieldsProps) {
  const t = useText();
  return (
    <>
      <div className="ministry__pair">
        <DateInput form={form} field="date" label={labelOf("date")} isFirst />
        <TimeInput
          form={form}
          field="closedFrom"
          label={labelOf("closedFrom")}
          hint={t("ministry.closed-from-hint")}
          isOptional
        />
      </div>
      <TextInput form={form} field="name" label={labelOf("name")} />
      <TextInput form={form} field="nameEn" lang="en" label={labelOf("nameEn")} />
    </>
  );
}

function HolidayRemoval({ holiday, onClose }: OfHolidayProps) {
  const t = useText();
  const toasts = useToasts();
  const consequence = useConsequence();
  const takeBack = useContraryAct();
  const { date, name, version } = holiday;
  const done = () => {
    const undoing = takeBack("holiday-removed", () => postHoliday(holidayRow(holiday), crypto.randomUUID()));
    toasts.show({ text: t("ministry.holiday-removed", { name }), ...undoing });
    onClose();
  };
  return (
    <RemovalDialog
      id={`${date} ${version}`}
      title={t("ministry.holiday-remove-title", { name })}
      no={t("ministry.holiday-keep")}
      yes={t("ministry.holiday-remove-yes")}
      check={() => checkHolidayRemoval(date, version)}
      consequence={(preview) => consequence.ofRemoval(preview, holidayTimeIn(holidayTexts(holiday)))}
      act={() => deleteHoliday(date, version)}
      onDone={done}
      onClose={onClose}
    />
  );
}
