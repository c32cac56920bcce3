import { ApiProblem } from "../api.ts";
import { useText } from "../text.tsx";
import { buttonClass } from "./button.tsx";
import { Message } from "./message.tsx";

export const isUnknown = (error: Error | null): boolean =>
  error instanceof ApiProblem && [403, 404].includes(error.problem.status);

export function UnknownOffice({ code }: { code: string }) {
  const t = useText();
  return (
    <>
      <title>{`${t("shell.officeNotFoundTitle")} | ${t("shell.appName")}`}</title>
      <Message title={t("shell.officeNotFoundTitle")} text={t("shell.officeNotFoundText", { office: code })} level={1}>
        <a className={buttonClass("primary")} href="/">
          {t("shell.home")}
        </a>
      </Message>
    </>
  );
}
