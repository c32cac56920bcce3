import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Holiday, MissingHoliday } from "../../contract.ts";
import { checkHoliday, checkHolidayRemoval, deleteHoliday, patchHoliday, postHoliday } from "../acts.ts";
import { useConsequence } from "../consequence.ts";
import { RemovalDialog } from "../removal-dialog.tsx";
import { RulingDialog } from "../ruling-dialog.tsx";
import { DayField, HourField, TextField } from "../text-field.tsx";
import { useContraryAct } from "../use-contrary-act.ts";
import type { Ruling, RulingForm } from "../use-ruling.ts";
import { emptyHoliday, holidayDraft, holidayRequestOf, holidayRow } from "./holiday-draft.ts";

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

function HolidayAddition({ missing, onClose }: AdditionProps) {
  const t = useText();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const isTaken = missing?.why === "coincides";
  const ruling: Ruling = {
    name: `holiday ${missing ? `${missing.date} ${missing.name}` : "new"}`,
    empty: missing ? { ...holidayDraft(missing), ...(isTaken && { date: "" }) } : emptyHoliday,
    required: ["date", "name", "nameEn"],
    check: (draft) => checkHoliday(holidayRequestOf(draft), null),
    send: (draft, key) => postHoliday(holidayRequestOf(draft), key),
    done: ({ id }, { name = "" }) => {
      toasts.show({ text: t("ministry.holiday-added", { name }), undo: takeBack(() => deleteHoliday(id, 1)) });
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
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const ruling: Ruling = {
    name: `holiday ${holiday.date}`,
    empty: holidayDraft(holidayRow(holiday)),
    required: ["date", "name", "nameEn"],
    check: (draft) => checkHoliday(holidayRequestOf(draft), holiday.date),
    send: (draft) => patchHoliday(holiday.date, holiday.version, holidayRequestOf(draft)),
    done: ({ id }, { name = "" }) => {
      const undo = takeBack(() => patchHoliday(id, holiday.version + 1, holidayRow(holiday)));
      toasts.show({ text: t("ministry.holiday-changed", { name }), undo });
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
  const consequence = useConsequence();
  return (
    <RulingDialog
      title={title}
      ruling={ruling}
      onClose={onClose}
      fields={(form) => <HolidayFields form={form} />}
      consequence={consequence.ofHoliday}
      submitLabel={() => label}
    />
  );
}

function HolidayFields({ form }: { form: RulingForm }) {
  const t = useText();
  return (
    <>
      <div className="ministry__pair">
        <DayField form={form} field="date" label={t("ministry.holiday-date")} />
        <HourField
          form={form}
          field="closedFrom"
          label={t("ministry.closed-from")}
          hint={t("ministry.closed-from-hint")}
          isOptional
        />
      </div>
      <TextField form={form} field="name" label={t("ministry.holiday-name")} />
      <TextField form={form} field="nameEn" lang="en" label={t("ministry.holiday-name-en")} />
    </>
  );
}

function HolidayRemoval({ holiday, onClose }: OfHolidayProps) {
  const t = useText();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const { date, name, version } = holiday;
  const done = () => {
    const undo = takeBack(() => postHoliday(holidayRow(holiday), crypto.randomUUID()));
    toasts.show({ text: t("ministry.holiday-removed", { name }), undo });
    onClose();
  };
  return (
    <RemovalDialog
      id={`${date} ${version}`}
      title={t("ministry.holiday-remove-title", { name })}
      no={t("ministry.holiday-keep")}
      yes={t("ministry.holiday-remove-yes")}
      check={() => checkHolidayRemoval(date, version)}
      act={() => deleteHoliday(date, version)}
      onDone={done}
      onClose={onClose}
    />
  );
}
