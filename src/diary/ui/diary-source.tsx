import { type DragEvent, useState } from "react";
import { sentenceOf } from "../../kit/failure.ts";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Field } from "../../kit/ui/field.tsx";
import { FileChoice } from "../../kit/ui/file-choice.tsx";
import type { Office } from "../../offices/contract.ts";
import type { Text } from "../../text/text.ts";
import { textOfMerged } from "./file/merged-cells.ts";
import { readFile } from "./file/read-file.ts";
import { SheetChoice } from "./file/sheet-choice.tsx";
import { type FileFault, MAX_MEGABYTES } from "./file/sheets.ts";
import { Progress } from "./progress.tsx";
import type { Diary } from "./use-diary.ts";
import { UsualTerms } from "./usual-terms.tsx";

const ACCEPT = ".xlsx,.xlsm,.ods,.csv,.txt,.tsv,text/*";

interface DiarySourceProps {
  readonly office: Office;
  readonly work: Diary;
  readonly onRead: () => void;
}

/** The diary's source: pasted cells or a file. */
export function DiarySource({ office, work, onRead }: DiarySourceProps) {
  const t = useText();
  const toasts = useToasts();
  const [fault, setFault] = useState<string | null>(null);
  const [isOpening, setIsOpening] = useState(false);
  const { diary, reading } = work;
  const choose = async (file: File) => {
    setIsOpening(true);
    const found = await readFile(file);
    setIsOpening(false);
    const isEmpty = "sheets" in found && found.sheets.every(({ text }) => text.trim() === "");
    if ("fault" in found || isEmpty) return setFault(wordsOfFault("fault" in found ? found.fault : "empty", t));
    setFault(null);
    work.take({ name: file.name, sheets: found.sheets, sheet: 0 });
  };
  const read = () => {
    const isEmpty = diary.text.trim() === "";
    setFault(isEmpty ? t("diary.nothingPasted") : null);
    if (isEmpty) return;
    onRead();
    work.read();
  };
  const clear = () => {
    const undo = work.startAgain();
    setFault(null);
    toasts.show({ text: t("diary.cleared"), undo: { act: t("diary.clear"), run: async () => undo() } });
  };
  const failure = diary.read ? null : reading.error;
  const error = fault ?? (failure && sentenceOf(failure, t, t("shell.noConnection")));
  return (
    <form
      className="sheet diary__source"
      aria-label={t("diary.source")}
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        const [file] = event.dataTransfer.files;
        if (file) event.preventDefault();
        if (file) void choose(file);
      }}
    >
      <Field label={t("diary.paste")} hint={t("diary.pasteHint")} error={error}>
        {(wiring) => (
          <textarea
            {...wiring}
            className="input diary__cells"
            rows={diary.read ? 6 : 10}
            spellCheck={false}
            autoComplete="off"
            wrap="off"
            value={diary.text}
            onChange={(event) => {
              setFault(null);
              work.write(event.target.value);
            }}
            onPaste={(event) => {
              const text = textOfMerged(event.clipboardData.getData("text/html"));
              if (text === null) return;
              event.preventDefault();
              const { currentTarget: field } = event;
              field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
              setFault(null);
              work.write(field.value);
            }}
            onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && read()}
          />
        )}
      </Field>
      <FileChoice label={t("diary.file")} hint={t("diary.fileHint")} accept={ACCEPT} onChoose={choose} />
      {diary.file && !diary.read && <SheetChoice file={diary.file} onTake={work.take} />}
      <UsualTerms office={office} work={work} />
      <div className="group">
        <Button look="primary" type="submit" aria-disabled={reading.isPending}>
          {t(reading.isPending ? "diary.previewing" : "diary.preview")}
        </Button>
        {diary.text !== "" && <Button onClick={clear}>{t("diary.clear")}</Button>}
      </div>
      {(isOpening || (reading.isPending && !diary.read)) && <Progress label={t("diary.previewing")} />}
    </form>
  );
}

function wordsOfFault(fault: FileFault, t: Text): string {
  if (fault === "not-text") return t("problem.diary-not-text");
  return t(`diary.file-${fault}`, { max: MAX_MEGABYTES });
}
