import { useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";

/** Read as soon as it is chosen; the same file can be chosen again once it was saved anew. */
export function FileChoice({ onChoose }: { onChoose: (file: File) => void }) {
  const t = useText();
  return (
    <p className="diary__file">
      <label className={buttonClass()}>
        <Icon name="up" />
        {t("diary.file")}
        <input
          className="visually-hidden"
          type="file"
          accept=".xlsx,.xlsm,.csv,.txt,.tsv,text/*"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onChoose(file);
            target.value = "";
          }}
        />
      </label>
      <span className="hint">{t("diary.fileHint")}</span>
    </p>
  );
}
