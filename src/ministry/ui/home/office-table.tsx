import { useState } from "react";
import { numericDate } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { ACTION_NAMES } from "../../../onboarding/rules.ts";
import type { OfficeProgress } from "../../contract.ts";
import { ResetDialog } from "./reset-dialog.tsx";

/** The offices one by one, with their stage; whoever has answered can be asked anew. */
export function OfficeTable({ offices }: { offices: readonly OfficeProgress[] }) {
  const t = useText();
  const [reset, setReset] = useState<OfficeProgress | null>(null);
  if (offices.length === 0)
    return <Message title={t("ministry.no-offices-title")} text={t("ministry.no-offices")} level={2} />;
  return (
    <>
      <table className="ministry__table">
        <caption className="visually-hidden">{t("ministry.home-title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("ministry.csv-name")}</th>
            <th scope="col">{t("ministry.csv-municipality")}</th>
            <th scope="col">{t("ministry.state")}</th>
            <th scope="col">{t("ministry.actions")}</th>
            <th scope="col">{t("ministry.since")}</th>
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <Row key={office.code} office={office} onReset={() => setReset(office)} />
          ))}
        </tbody>
      </table>
      {reset && <ResetDialog office={reset} onClose={() => setReset(null)} />}
    </>
  );
}

function Row({ office, onReset }: { office: OfficeProgress; onReset: () => void }) {
  const t = useText();
  const { code, name, municipality, state, actions, begunAt, submittedAt } = office;
  const since = submittedAt ?? begunAt;
  return (
    <tr>
      <th scope="row">
        {name} <span className="hint">{code}</span>
      </th>
      <td>{municipality}</td>
      <td>
        <span className={`badge home__state home__state--${state}`}>{t(`ministry.state-${state}`)}</span>
      </td>
      <td>{t("ministry.actions-of", { done: actions, all: ACTION_NAMES.length })}</td>
      <td>
        {since && numericDate(since.slice(0, 10))}
        {state === "done" && (
          <div className="group">
            <Button size="small" aria-label={t("ministry.reset-of", { name })} onClick={onReset}>
              {t("ministry.reset")}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
