import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { usePersonSearch } from "../box/person-search.tsx";
import type { Answers } from "../use-answers.ts";

interface HeadProps {
  readonly titleId: string;
  readonly title: string | null;
  readonly isBehind: boolean;
  readonly answers: Answers;
}

/** Not the page's title: that one stays in the browser's history. */
export function ResultsHead({ titleId, title, isBehind, answers: { offices } }: HeadProps) {
  const t = useText();
  const { leave } = usePersonSearch();
  const [only, another] = offices;
  const asGreek = offices.find(({ answer }) => answer?.asGreek)?.answer?.asGreek;
  return (
    <div className="search__head">
      <h1 id={titleId}>
        <span className="search__place">
          {another || !only ? t("search.in-offices") : t("search.in-office", { office: only.office.name })}
          {isBehind && title && <span className="late"> {t("search.searching")}</span>}
        </span>{" "}
        {title ?? <span className="late">{t("search.searching")}</span>}
      </h1>
      <p className="hint search__how">
        {asGreek && (
          <>
            {t("search.how", { text: asGreek })}
            <br />
          </>
        )}
        {t("search.logged")}
      </p>
      <Button look="ghost" size="small" className="search__leave" onClick={leave}>
        <Icon name="close" />
        {t("search.back")} <kbd aria-hidden="true">Esc</kbd>
      </Button>
    </div>
  );
}
