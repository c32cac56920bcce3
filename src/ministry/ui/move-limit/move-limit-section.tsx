import { useQuery } from "@tanstack/react-query";
import { numericDate, timeOf } from "../../../kit/dates.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { FoundNote } from "../../../kit/form/found-note.tsx";
import { TextInput } from "../../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { useDraftNotice } from "../../../kit/form/use-draft-notice.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { MoveLimit } from "../../contract.ts";
import { MOVE_LIMIT } from "../../rules.ts";
import { moveLimitQuery } from "../queries.ts";
import { MOVE_LIMIT_FORM, useMoveLimit } from "./use-move-limit.ts";

/** How often citizens may change the time of one appointment themselves. */
export function MoveLimitSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(moveLimitQuery);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <section className="ministry__languages" aria-labelledby="move-limit">
      <h2 id="move-limit">{t("ministry.move-limit")}</h2>
      <div className="ministry__head">
        <p>{t("ministry.move-limit-hint")}</p>
      </div>
      <MoveLimitForm limit={data} />
    </section>
  );
}

function MoveLimitForm({ limit }: { limit: MoveLimit }) {
  const t = useText();
  const form = useMoveLimit(limit);
  useDraftNotice([MOVE_LIMIT_FORM], null);
  const label = t("ministry.move-limit-moves");
  return (
    <form
      ref={form.ref}
      noValidate
      className="ministry__letters sheet"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <LastChange limit={limit} />
      <FoundNote form={form} />
      <OvertakenNotice form={form} labelOf={() => label} wordsOf={(_, text) => text} />
      <TextInput
        form={form}
        field="moves"
        inputMode="numeric"
        label={label}
        hint={t("ministry.move-limit-moves-hint", MOVE_LIMIT)}
      />
      <FormProblem sentence={form.problem} />
      <div className="group">
        <Button type="submit" look="primary" aria-disabled={form.isSaving}>
          {t(form.overtaken.length > 0 ? "ministry.letters-submit-mine" : "ministry.move-limit-submit")}
        </Button>
      </div>
    </form>
  );
}

function LastChange({ limit: { changedAt, changedBy } }: { limit: MoveLimit }) {
  const t = useText();
  if (!changedAt || !changedBy) return null;
  const moment = { date: numericDate(changedAt.slice(0, 10)), time: timeOf(changedAt) };
  return <p className="hint">{t("ministry.letters-last-change", { ...moment, by: changedBy })}</p>;
}
