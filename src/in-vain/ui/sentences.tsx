import { longDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import type { InVainService } from "../contract.ts";

/** What we say to bring, before and since its last change. */
export function Sentences({ change, toBring }: InVainService) {
  const t = useText();
  const { language } = useLanguage();
  if (!change)
    return (
      <>
        <p>{t("vain.unchanged")}</p>
        <Lines title={t("vain.lines-now")} lines={toBring} />
      </>
    );
  const date = longDate(change.date, language);
  const { before, after } = change;
  return (
    <div className="vain__sentences">
      <Lines title={t("vain.lines-before")} lines={before} mark={(line) => !after.includes(line) && "del"} />
      <Lines title={t("vain.lines-after", { date })} lines={after} mark={(line) => !before.includes(line) && "ins"} />
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
  /** What became of it: not by colour alone */
  readonly mark?: (line: string) => "del" | "ins" | false;
}

function Lines({ title, lines, mark }: LinesProps) {
  const t = useText();
  return (
    <div>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p>{t("vain.no-lines")}</p>
      ) : (
        <ul lang="el">
          {lines.map((line) => {
            const Mark = mark?.(line) || "span";
            return (
              <li key={line}>
                <Mark>{line}</Mark>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
