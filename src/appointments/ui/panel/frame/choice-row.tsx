import { type ReactNode, useId } from "react";
import { classes } from "../../../../kit/ui/classes.ts";

interface ChoiceRowProps<Value extends string> {
  readonly legend: ReactNode;
  readonly isLegendHidden?: boolean;
  readonly isWide?: boolean;
  readonly isStacked?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: Value) => void;
}

/** A few radios, in a row or one under another. */
export function ChoiceRow<Value extends string>({
  legend,
  isLegendHidden,
  isWide,
  isStacked,
  options,
  value,
  onChange,
}: ChoiceRowProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes("choices", isWide && "choices--wide", isStacked && "choices--stacked")}>
      <legend className={isLegendHidden ? "visually-hidden" : "label"}>{legend}</legend>
      <div className="choices__row">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
