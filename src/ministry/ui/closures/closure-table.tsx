import { Space, useLanguage, useText } from "../../../kit/text.tsx";
import type { Closure, Closures } from "../../contract.ts";
import { RowActs } from "../row-acts.tsx";
import { SweepLine } from "../sweep-line.tsx";
import { stateOf } from "./closure-texts.ts";
import { whenWords } from "./when-words.ts";

interface ClosureTableProps {
  readonly data: Closures;
  readonly onChange: (closure: Closure) => void;
  readonly onRemove: (closure: Closure) => void;
}

export function ClosureTable({ data, onChange, onRemove }: ClosureTableProps) {
  const t = useText();
  return (
    <table className="ministry__table sheet">
      <caption className="visually-hidden">{t("ministry.closures-list")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ministry.closure-when")}</th>
          <th scope="col">{t("ministry.closure-where")}</th>
          <th scope="col">{t("ministry.closure-reason")}</th>
          <th scope="col">{t("ministry.closure-sweep")}</th>
          <th scope="col">{t("ministry.closure-state")}</th>
        </tr>
      </thead>
      <tbody>
        {data.closures.map((closure) => (
          <Row key={closure.id} closure={closure} now={data.now} onChange={onChange} onRemove={onRemove} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Omit<ClosureTableProps, "data"> {
  readonly closure: Closure;
  readonly now: Closures["now"];
}

function Row({ closure, now, onChange, onRemove }: RowProps) {
  const t = useText();
  const { language } = useLanguage();
  const { region, reason, sweep, createdBy } = closure;
  const state = stateOf(closure, now);
  return (
    <tr className={state === "over" ? "is-over" : undefined}>
      <th scope="row">{whenWords(closure, language)}</th>
      <td>{region ?? t("ministry.all-offices")}</td>
      <td>
        {reason}
        <Space />
        {createdBy && <span className="hint ministry__by">{createdBy}</span>}
      </td>
      <td>{sweep && <SweepLine sweep={sweep} />}</td>
      <td>
        <span className={state === "running" ? "badge badge--navy" : "badge"}>{t(`ministry.${state}`)}</span>
        {state !== "over" && (
          <RowActs
            name={reason}
            removal={state === "running" ? "end" : "remove"}
            onChange={() => onChange(closure)}
            onRemove={() => onRemove(closure)}
          />
        )}
      </td>
    </tr>
  );
}
