import { useId, useState } from "react";
import { useText } from "../../kit/text.tsx";
import { usePersonSearch } from "./person-search.tsx";
import { ResultsBody } from "./results-body.tsx";
import { ResultsHead } from "./results-head.tsx";
import { spokenWords, titleWords, tooLittleWords } from "./results-words.ts";
import { soughtOf } from "./sought.ts";
import { TooLittle } from "./too-little.tsx";
import { TooLong } from "./too-long.tsx";
import { useAnswers } from "./use-answers.ts";
import { useOffices } from "./use-offices.ts";
import { useSettled } from "./use-settled.ts";
import "../../appointments/ui/day-parts.css";
import "./search.css";

/** As long as a pause between two letters */
const PATIENCE = 150;

/** A screen reader says how many there are when she stops typing, not at each letter. */
const SAID_AFTER = 700;

/** People first: their next appointment in large type, their past beneath. */
export function SearchResults() {
  const t = useText();
  const titleId = useId();
  const { text: typed, isListWanted } = usePersonSearch();
  const { first, others, areOthersAsked } = useOffices();
  const [areAllWanted, setAreAllWanted] = useState(areOthersAsked);
  const sought = soughtOf(typed);
  const wanted = sought.kind === "text" ? sought.text : "";
  const text = useSettled(wanted, isListWanted ? 0 : PATIENCE, "");
  const answers = useAnswers(text, first ? [first, ...(areAllWanted ? others : [])] : []);
  const isBehind = answers.isBehind || answers.text !== wanted;
  const spoken = useSettled(isBehind ? null : spokenWords(sought, answers, t), SAID_AFTER, null);
  return (
    <section className="search" aria-labelledby={titleId} tabIndex={-1}>
      <p role="status" className="vh">
        {spoken}
      </p>
      <ResultsHead titleId={titleId} title={titleWords(sought, answers, t)} isBehind={isBehind} answers={answers} />
      {sought.kind === "too-long" && <TooLong length={sought.length} />}
      {sought.kind === "too-little" && <TooLittle words={tooLittleWords(t)} />}
      {sought.kind === "text" && (
        <ResultsBody
          key={answers.text}
          answers={answers}
          isBehind={isBehind}
          unasked={areAllWanted ? 0 : others.length}
          onAskOthers={() => setAreAllWanted(true)}
        />
      )}
    </section>
  );
}
