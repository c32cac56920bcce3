import { useState } from "react";
import { isCounted } from "../../../appointments/statuses.ts";
import { useShownDay } from "../../../appointments/ui/shown-day.ts";
import { likelyToday } from "../../../kit/dates.ts";
import { focusAfter } from "../../../kit/focus.ts";
import { isNarrow } from "../../../kit/narrow.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import type { FoundPerson } from "../../contract.ts";
import { awaitedVisit } from "../awaited-visit.ts";
import { optionId, PERSON_ID } from "../focus-people.ts";
import { inListOrder } from "../found.ts";
import type { Answers } from "../use-answers.ts";
import { useOpening } from "../use-opening.ts";
import { isFoundInDigits } from "./highlight.ts";
import { PeopleList } from "./people-list.tsx";
import { PersonDetail } from "./person-detail.tsx";
import { ResultsNotes } from "./results-notes.tsx";

interface BodyProps {
  readonly answers: Answers;
  readonly isBehind: boolean;
  readonly unasked: number;
  readonly onAskOthers: () => void;
}

/** The people, and one of them. On narrow windows one or the other. */
export function ResultsBody({ answers, isBehind, unasked, onAskOthers }: BodyProps) {
  const [chosen, setChosen] = useState(0);
  const [isShown, setIsShown] = useState(false);
  const { openAppointment } = useOpening();
  const today = useShownDay().data?.now.date ?? likelyToday();
  const people = inListOrder(answers.offices);
  const found = people[chosen];
  const show = (index: number) => {
    const change = () => {
      setChosen(index);
      setIsShown(true);
    };
    focusAfter(change, PERSON_ID);
  };
  const open = (index: number) => {
    const visit = people[index] && visitMeant(people[index].person, { today, sought: answers.text });
    if (visit && !isNarrow()) openAppointment(visit);
    else show(index);
  };
  const backToPeople = () => focusAfter(() => setIsShown(false), optionId(chosen));
  return (
    <div className={classes("sheet results", isShown && "results--person")} aria-busy={isBehind}>
      <div className="results__people">
        {people.length > 0 && (
          <PeopleList
            answers={answers}
            people={people}
            chosen={chosen}
            isBehind={isBehind}
            onChoose={setChosen}
            onOpen={open}
            onShow={(index) => (isNarrow() ? show(index) : setChosen(index))}
          />
        )}
        <ResultsNotes answers={answers} unasked={unasked} onAskOthers={onAskOthers} />
        {people.length > 0 && <PeopleKeys />}
      </div>
      {found && (
        <PersonDetail key={chosen} found={found} sought={answers.text} onBack={isShown ? backToPeople : null} />
      )}
    </div>
  );
}

/** The one whose reference was typed; else the one that is awaited; else today's, of somebody who was here. */
function visitMeant(person: FoundPerson, { today, sought }: { today: string; sought: string }) {
  const named = [...person.coming, ...person.past].find(({ reference }) => isFoundInDigits(reference, sought));
  const ofToday = person.past.find(({ date, status }) => date === today && isCounted(status));
  return named ?? awaitedVisit(person, today) ?? ofToday;
}

function PeopleKeys() {
  const t = useText();
  return (
    <p className="hint results__keys">
      <kbd>↑</kbd> <kbd>↓</kbd> {t("search.keys-move")}, <kbd>Enter</kbd> {t("search.keys-open")}, <kbd>Esc</kbd>{" "}
      {t("search.keys-back")}
    </p>
  );
}
