import { useEffect, useId, useState } from "react";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { MAX_SEARCH } from "../../contract.ts";
import { usePersonSearch } from "../box/person-search.tsx";
import { focusField } from "../focus-people.ts";
import { soughtOf } from "../sought.ts";
import { useAnswers } from "../use-answers.ts";
import { useOffices } from "../use-offices.ts";
import { ResultsBody } from "./results-body.tsx";
import { ResultsHead } from "./results-head.tsx";
import { spokenWords, titleWords, tooLittleWords } from "./results-words.ts";
import "../../../text/beside.ts";
import "./search.css";

/** As long as a pause between two letters */
const PATIENCE = 150;

/** A screen reader says how many there are when the typing stops, not at each letter. */
const SAID_AFTER = 700;

/** People first: their next appointment in large type, their past beneath. */
export function SearchResults() {
  const t = useText();
  const titleId = useId();
  const { text: typed, pressedFor } = usePersonSearch();
  const { first, others, areOthersAsked } = useOffices();
  const [areAllWanted, setAreAllWanted] = useState(areOthersAsked);
  const sought = soughtOf(typed);
  const wanted = sought.kind === "text" ? sought.text : "";
  const text = useSettled(wanted, pressedFor ? 0 : PATIENCE, "");
  const answers = useAnswers(text, first ? [first, ...(areAllWanted ? others : [])] : []);
  const isBehind = answers.isBehind || answers.text !== wanted;
  const spoken = useSettled(isBehind ? null : spokenWords(sought, answers, t), SAID_AFTER, null);
  return (
    <section className="search" aria-labelledby={titleId} tabIndex={-1}>
      <p role="status" className="visually-hidden">
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

/** Something else than a name was pasted. */
function TooLong({ length }: { length: number }) {
  const t = useText();
  const { write } = usePersonSearch();
  const clear = () => {
    focusField();
    write("");
  };
  return (
    <div className="note note--warn" role="alert">
      <p>{t("search.too-long", { length, max: MAX_SEARCH })}</p>
      <Button onClick={clear}>{t("search.clear")}</Button>
    </div>
  );
}

/** Stands while the typing has stopped after a letter or two; whoever goes on typing hardly sees it. */
const TooLittle = ({ words }: { words: string }) => (
  <div className="sheet results">
    <p className="late results__hint">{words}</p>
  </div>
);

/** The value once it has stood still for so many milliseconds; with no patience, at once. */
function useSettled<Value>(value: Value, patience: number, initial: Value): Value {
  const [settled, setSettled] = useState(initial);
  if (patience === 0 && settled !== value) setSettled(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), patience);
    return () => clearTimeout(timer);
  }, [value, patience]);
  return settled;
}
