import { Icon } from "../ui/icon.tsx";

/** Why nothing was saved, above the button that was pressed. */
export const FormProblem = ({ sentence }: { sentence: string | null }) => (
  <div role="alert">
    {sentence && (
      <p className="field-error">
        <Icon name="warning" />
        {sentence}
      </p>
    )}
  </div>
);
