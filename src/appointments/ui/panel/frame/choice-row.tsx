import { type ReactNode, useId } from "react";
import { classes } from "../../../../kit/ui/classes.ts";

interface ChoiceRowProps<Value extends string> {
  readonly legend: ReactNode;
  readonly isLegendHidden?: boolean;
  readonly look?: "segments" | "stacked";
  /** Of the field; without it they are found by their words alone */
  readonly name?: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: Value) => void;
}

/** A few radios, in a row or one under another. */
export function ChoiceRow<Value extends string>({
  legend,
  isLegendHidden,
  look,
  name,
  options,
  value,
  onChange,
}: ChoiceRowProps<Value>) {
  const ownName = useId();
  return (
    <fieldset className={classes("choices", look && `choices--${look}`)}>
      <legend className={isLegendHidden ? "visually-hidden" : "label"}>{legend}</legend>
      <div className="choices__row">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={name ?? ownName}
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
