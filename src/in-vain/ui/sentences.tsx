import { longDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { InVainService } from "../contract.ts";
import { type WordChanges, wordChanges } from "./word-changes.ts";

/** What we say to bring, before and since its last change. */
export function Sentences({ change, toBring }: InVainService) {
  const t = useText();
  const { language } = useLanguage();
  if (!change)
    return (
      <>
        <p>{t("vain.unchanged")}</p>
        <Lines title={t("vain.lines-now")} lines={wordChanges(toBring, toBring).after} mark="ins" />
      </>
    );
  const date = longDate(change.date, language);
  const { before, after } = wordChanges(change.before, change.after);
  return (
    <div className="vain__sentences">
      <Lines title={t("vain.lines-before")} lines={before} mark="del" />
      <Icon name="next" />
      <Lines title={t("vain.lines-after", { date })} lines={after} mark="ins" />
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: WordChanges["before"];
  /** What became of the words that changed; they are struck out or underlined, and a screen reader says it */
  readonly mark: keyof typeof MARK_WORDS;
}

const MARK_WORDS = { del: "vain.word-removed", ins: "vain.word-added" } as const;

function Lines({ title, lines, mark: Mark }: LinesProps) {
  const t = useText();
  return (
    <div className={`vain__lines vain__lines--${Mark}`}>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p>{t("vain.no-lines")}</p>
      ) : (
        <ul lang="el">
          {lines.map((runs) => (
            <li key={runs.map(({ text }) => text).join("")}>
              {runs.map(({ text, isChanged }, at) =>
                isChanged ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a line stay as they are
                  <Mark key={at}>
                    <span className="visually-hidden">{t(MARK_WORDS[Mark])} </span>
                    {text}
                    <span className="visually-hidden"> {t("vain.word-end")}</span>
                  </Mark>
                ) : (
                  text
                ),
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
