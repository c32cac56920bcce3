import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { TextInput } from "../../../kit/form/inputs.tsx";
import type { Texts } from "../../../kit/form/typing.ts";
import { useNumbers, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { RETENTION_DAYS } from "../../../retention/rules.ts";
import type { RetentionPeriod, RulingPreview } from "../../contract.ts";
import { checkRetention, putRetention } from "../acts.ts";
import { retentionPeriodQuery } from "../queries.ts";
import { RulingDialog } from "../ruling-dialog.tsx";
import type { Ruling } from "../use-ruling-form.ts";

interface RetentionDialogProps {
  readonly period: RetentionPeriod;
  readonly onClose: () => void;
}

/** Another period: how many appointments it makes anonymous at once is seen first, for nothing brings them back. */
export function RetentionDialog({ period, onClose }: RetentionDialogProps) {
  const t = useText();
  const ruling = useRetentionRuling({ period, onClose });
  return (
    <RulingDialog
      title={t("ministry.retention-change")}
      ruling={ruling}
      onClose={onClose}
      fields={(form) => (
        <TextInput
          form={form}
          field="days"
          inputMode="numeric"
          label={t("ministry.retention-days")}
          hint={t("ministry.retention-days-hint", RETENTION_DAYS)}
          isFirst
        />
      )}
      labelOf={() => t("ministry.retention-days")}
      submitLabel={({ appointments }) =>
        t(appointments > 0 ? "ministry.retention-submit-for-good" : "ministry.retention-submit")
      }
    />
  );
}

function useRetentionRuling({ period, onClose }: RetentionDialogProps): Ruling<RulingPreview, RetentionPeriod> {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const consequence = useRetentionConsequence();
  const seen = useRef(0);
  return {
    name: "retention",
    stands: periodTexts(period),
    version: period.version,
    standsIn: (current) => periodTexts(current as RetentionPeriod),
    required: ["days"],
    check: async (values) => {
      const preview = await checkRetention(daysOf(values));
      seen.current = preview.appointments;
      return preview;
    },
    send: ({ values, version = period.version }) => putRetention({ days: daysOf(values), seen: seen.current }, version),
    consequence,
    done: (saved) => {
      queryClient.setQueryData(retentionPeriodQuery.queryKey, saved);
      toasts.show({ text: t("ministry.retention-saved", { count: saved.days }) });
      onClose();
    },
  };
}

function useRetentionConsequence() {
  const t = useText();
  const n = useNumbers();
  return ({ appointments, concerned }: RulingPreview): string[] =>
    appointments === 0
      ? [t("ministry.retention-none")]
      : [
          t("ministry.retention-becoming", { count: appointments, n: n(appointments), concerned: n(concerned) }),
          t("ministry.retention-for-good"),
        ];
}

const periodTexts = ({ days }: RetentionPeriod): Texts => ({ days: String(days) });

const daysOf = ({ days = "" }: Texts): number => (/^\s*\d+\s*$/.test(days) ? Number(days) : 0);
