import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OpenDraws, TelephoneCall } from "../../../draws/contract.ts";
import { formatPhone, shortDate } from "../../../kit/dates.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { dayAndTime } from "../draw-words.ts";
import { askDrawsAgain, callsQuery, sendAnswer } from "../queries.ts";

interface CallsPartProps {
  readonly office: string;
  readonly draw: number;
  readonly service: OpenDraws["calls"][number]["service"];
}

/** Whom the office calls after a draw, with what they got; what they say is noted here. */
export function CallsPart({ office, draw, service }: CallsPartProps) {
  const t = useText();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(callsQuery({ office, draw }));
  const heading = `calls-${draw}`;
  return (
    <section className="draws__sheet sheet" aria-labelledby={heading}>
      <h2 id={heading}>{t("drawDesk.calls", { number: draw })}</h2>
      <p className="hint">
        {t("drawDesk.calls-service", { service: language === "en" ? service.nameEn : service.name })}
      </p>
      {data && <Calls office={office} draw={draw} calls={data.calls} />}
      {!data && error && <LoadFailed error={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </section>
  );
}

interface CallsProps {
  readonly office: string;
  readonly draw: number;
  readonly calls: readonly TelephoneCall[];
}

function Calls({ office, draw, calls }: CallsProps) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const noting = useMutation({
    mutationFn: ({ call, answer }: { call: TelephoneCall; answer: "coming" | "left" }) =>
      sendAnswer({ office, draw }, { wish: call.wish, answer }),
    onSuccess: (_, { call, answer }) => toasts.show({ text: t(`drawDesk.noted-${answer}`, { name: nameOf(call) }) }),
    onError: (error) => toasts.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerForm")) }),
    onSettled: () => askDrawsAgain(queryClient, office),
  });
  if (calls.length === 0) return <p>{t("drawDesk.calls-none")}</p>;
  return (
    <table className="ministry__table">
      <thead>
        <tr>
          <th scope="col">{t("drawDesk.who")}</th>
          <th scope="col">{t("drawDesk.phone")}</th>
          <th scope="col">{t("drawDesk.result")}</th>
          <th scope="col">{t("drawDesk.answer")}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <tr key={call.wish}>
            <th scope="row">
              {nameOf(call)}{" "}
              {call.people > 1 && <span className="hint">{t("drawDesk.people-count", { count: call.people })}</span>}
            </th>
            <td>{call.phone && <a href={`tel:${call.phone}`}>{formatPhone(call.phone)}</a>}</td>
            <td>
              <Result call={call} />
            </td>
            <td>
              <Answers call={call} onAnswer={(answer) => noting.mutate({ call, answer })} isBusy={noting.isPending} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const nameOf = ({ lastName, firstName }: TelephoneCall): string => `${lastName} ${firstName}`;

function Result({ call: { stands, place } }: { readonly call: TelephoneCall }) {
  const t = useText();
  const { language } = useLanguage();
  if (!place) return t(`drawDesk.stands-${stands}`);
  const day = shortDate(place.date, language);
  return (
    <>
      <b>{t(`drawDesk.stands-${stands}`)}</b>
      <br />
      {t("drawDesk.got", { day, time: place.time ?? "", office: place.office })}
      {stands === "drawn" && (
        <span className="hint"> {t("drawDesk.got-until", dayAndTime(place.until, language))}</span>
      )}
    </>
  );
}

interface AnswersProps {
  readonly call: TelephoneCall;
  readonly isBusy: boolean;
  onAnswer(answer: "coming" | "left"): void;
}

function Answers({ call, isBusy, onAnswer }: AnswersProps) {
  const t = useText();
  const { stands } = call;
  const press = (answer: "coming" | "left") => () => !isBusy && onAnswer(answer);
  if (stands === "drawn")
    return (
      <div className="group">
        <Button size="small" look="primary" aria-disabled={isBusy} onClick={press("coming")}>
          {t("drawDesk.note-coming")}
        </Button>
        <Button size="small" aria-disabled={isBusy} onClick={press("left")}>
          {t("drawDesk.note-left")}
        </Button>
      </div>
    );
  if (stands === "waits")
    return (
      <Button size="small" aria-disabled={isBusy} onClick={press("left")}>
        {t("drawDesk.note-leave")}
      </Button>
    );
  return "–";
}
