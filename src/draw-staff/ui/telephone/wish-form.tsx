import { useState } from "react";
import type { OpenDraw, WishWritten } from "../../../draws/contract.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { FoundNote } from "../../../kit/form/found-note.tsx";
import { Radios, SelectInput, TextInput } from "../../../kit/form/inputs.tsx";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { OfficeRanks } from "./office-ranks.tsx";
import { ReadAloud } from "./read-aloud.tsx";
import { useWish } from "./use-wish.ts";
import { WishDays } from "./wish-days.tsx";

interface WishFormProps {
  readonly office: string;
  readonly draw: OpenDraw;
}

/** A wish as somebody says it: who, when and where in their order, and the sentence that is read back to them. */
export function TelephoneWishForm({ office, draw }: WishFormProps) {
  const t = useText();
  const [written, setWritten] = useState<WishWritten | null>(null);
  const form = useWish({ office, draw, onWritten: setWritten });
  if (written)
    return (
      <div className="draw-aloud" role="status">
        <p>{t("drawDesk.written", { draw: written.draw })}</p>
        <p>
          <b>{t("drawDesk.written-aloud", { number: written.number })}</b>
        </p>
        <Button onClick={() => setWritten(null)}>{t("drawDesk.another")}</Button>
      </div>
    );
  const people = Array.from({ length: draw.mostPeople }, (_, index) => [
    String(index + 1),
    t("drawDesk.people-count", { count: index + 1 }),
  ]) as unknown as readonly (readonly [string, string])[];
  return (
    <form
      ref={form.ref}
      noValidate
      className="draws__fields"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <FoundNote form={form} />
      <div className="draws__person">
        <TextInput form={form} field="lastName" label={t("drawDesk.last-name")} />
        <TextInput form={form} field="firstName" label={t("drawDesk.first-name")} />
        <TextInput
          form={form}
          field="phone"
          label={t("drawDesk.phone")}
          hint={t("drawDesk.phone-hint")}
          inputMode="tel"
        />
        <SelectInput form={form} field="people" label={t("drawDesk.people")} options={people} />
      </div>
      <WishDays form={form} draw={draw} />
      <OfficeRanks form={form} draw={draw} />
      <Radios
        form={form}
        field="first"
        legend={t("drawDesk.first")}
        options={[
          ["day", t("drawDesk.first-day")],
          ["office", t("drawDesk.first-office")],
        ]}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={form.values.others === "yes"}
          onChange={({ target }) => form.change("others", target.checked ? "yes" : "")}
        />
        {t("drawDesk.others")}
      </label>
      <ReadAloud draw={draw} values={form.values} />
      <FormProblem sentence={form.problem} />
      <div className="group">
        <Button type="submit" look="go" aria-disabled={form.isSaving}>
          {t("drawDesk.submit", { number: draw.number })}
        </Button>
      </div>
    </form>
  );
}
