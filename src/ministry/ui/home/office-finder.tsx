import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { officeFinderQuery } from "../../../offices/ui/finder/query.ts";
import type { OfficeProgress } from "../../contract.ts";
import { OfficeTable } from "./office-table.tsx";

interface OfficeFinderProps {
  /** What was looked for last; absent: nothing yet */
  readonly where: string | undefined;
  readonly onFind: (where: string | undefined) => void;
}

/** An office by whatever it is called. */
export function OfficeFinder({ where, onFind }: OfficeFinderProps) {
  const t = useText();
  const [typed, setTyped] = useState(where ?? "");
  const find = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed.trim() || undefined);
  };
  return (
    <form className="ministry__search" role="search" onSubmit={find}>
      <Field label={t("ministry.find-office")} hint={t("ministry.find-office-hint")}>
        {(wiring) => (
          <input
            className="input"
            type="search"
            autoComplete="off"
            maxLength={100}
            {...wiring}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <Button type="submit">
        <Icon name="search" />
        {t("ministry.find-office")}
      </Button>
    </form>
  );
}

/** In the order of the search, each with how far it is on its way. */
export function FoundOfficeTable({ where, offices }: { where: string; offices: readonly OfficeProgress[] }) {
  const t = useText();
  const { data, error, refetch } = useQuery(officeFinderQuery(where));
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  const byCode = new Map(offices.map((office) => [office.code, office]));
  const found = data.offices.flatMap(({ code }) => byCode.get(code) ?? []);
  return (
    <>
      {data.isUnknown && <p role="status">{t("ministry.found-unknown", { where })}</p>}
      <OfficeTable offices={found} />
    </>
  );
}
