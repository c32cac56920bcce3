import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../../kit/text.tsx";
import { officeFinderQuery } from "./query.ts";

interface OwnOfficeFinderProps {
  /** Its code; empty: none is shown */
  readonly shown: string;
  readonly offices: readonly { readonly code: string; readonly name: string }[];
  readonly onOpen: (code: string) => void;
}

/** Whoever has many offices types what one is called, in place of going through all of them. */
export function OwnOfficeFinder({ shown, offices, onOpen }: OwnOfficeFinderProps) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const where = typed.trim();
  const { data } = useQuery({
    ...officeFinderQuery(where, true),
    enabled: where !== "",
    placeholderData: keepPreviousData,
  });
  const found = where === "" ? undefined : data?.offices.map(({ code }) => code);
  const options = found ? found.flatMap((code) => offices.find((office) => office.code === code) ?? []) : offices;
  const isShown = options.some(({ code }) => code === shown);
  return (
    <span className="office office--found">
      <input
        className="input"
        type="search"
        autoComplete="off"
        maxLength={100}
        aria-label={t("shell.findOffice")}
        placeholder={t("shell.findOffice")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <select
        className="office"
        aria-label={t("shell.chooseOffice")}
        value={isShown ? shown : ""}
        onChange={({ target }) => {
          setTyped("");
          onOpen(target.value);
        }}
      >
        {!isShown && (
          <option value="" disabled>
            {t("shell.pickOffice")}
          </option>
        )}
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {`${name} (${code})`}
          </option>
        ))}
      </select>
    </span>
  );
}
