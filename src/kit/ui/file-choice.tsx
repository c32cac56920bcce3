import { buttonClass } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "../styles/file-choice.css";

interface FileChoiceProps {
  readonly label: string;
  readonly hint: string;
  /** As an input takes it */
  readonly accept: string;
  readonly onChoose: (file: File) => void;
}

/** Read as soon as it is chosen; the same file can be chosen again once it was saved anew. */
export function FileChoice({ label, hint, accept, onChoose }: FileChoiceProps) {
  return (
    <p className="file-choice">
      <label className={buttonClass()}>
        <Icon name="up" />
        {label}
        <input
          className="visually-hidden"
          type="file"
          accept={accept}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onChoose(file);
            target.value = "";
          }}
        />
      </label>
      <span className="hint">{hint}</span>
    </p>
  );
}
