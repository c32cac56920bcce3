import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { numericDate, timeOf } from "../../kit/dates.ts";
import { sentenceOf } from "../../kit/failure.ts";
import { contentKeys } from "../../kit/form/content-keys.ts";
import { FormProblem } from "../../kit/form/form-problem.tsx";
import { Space, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { Partner, PartnerKey, PartnerSecrets } from "../contract.ts";
import { partnersQuery, postKey } from "./queries.ts";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { SecretsDialog } from "./secrets-dialog.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";

export function PartnerTable({ partners }: { partners: readonly Partner[] }) {
  const t = useText();
  return (
    <table className="ministry__table sheet">
      <caption className="visually-hidden">{t("ministry.partners")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("partners.system")}</th>
          <th scope="col">{t("partners.keys")}</th>
          <th scope="col">{t("partners.webhook")}</th>
        </tr>
      </thead>
      <tbody>
        {partners.map((partner) => (
          <tr key={partner.id}>
            <th scope="row">
              {partner.name}
              <Space />
              <span className="hint ministry__by">
                {t("partners.by", { date: numericDate(partner.addedAt.slice(0, 10)), name: partner.addedBy })}
              </span>
              {partner.pausedAt && (
                <p className="partners__failing">
                  {t("partners.paused", {
                    date: numericDate(partner.pausedAt.slice(0, 10)),
                    time: timeOf(partner.pausedAt),
                  })}
                </p>
              )}
            </th>
            <td>
              <Keys partner={partner} />
            </td>
            <td>
              <Webhook partner={partner} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Keys({ partner }: { partner: Partner }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [revoked, setRevoked] = useState<PartnerKey | null>(null);
  const [made, setMade] = useState<PartnerSecrets | null>(null);
  const [keyOf, setKeyOf] = useState(() => contentKeys());
  const issuing = useMutation({
    mutationFn: () => postKey(partner.id, keyOf(partner.id)),
    onSuccess: (secrets) => {
      // Pressed again, it is another key.
      setKeyOf(() => contentKeys());
      setMade(secrets);
    },
    onSettled: () => queryClient.invalidateQueries(partnersQuery),
  });
  const failure = issuing.error && sentenceOf(issuing.error, t, t("shell.noAnswerAct"));
  return (
    <>
      <ul className="partners__keys">
        {partner.keys.map((key) => (
          <KeyLine key={key.id} partner={partner} shown={key} onRevoke={() => setRevoked(key)} />
        ))}
      </ul>
      <div className="group">
        <Button
          size="small"
          aria-label={t("partners.key-new-of", { name: partner.name })}
          aria-disabled={issuing.isPending}
          onClick={() => issuing.isPending || issuing.mutate()}
        >
          {t("partners.key-new")}
        </Button>
      </div>
      <FormProblem sentence={failure} />
      {revoked && <RevokeDialog partner={partner} revoked={revoked} onClose={() => setRevoked(null)} />}
      {made && (
        <SecretsDialog
          title={t("partners.made-key", { name: partner.name })}
          made={made}
          onClose={() => setMade(null)}
        />
      )}
    </>
  );
}

interface KeyLineProps {
  readonly partner: Partner;
  readonly shown: PartnerKey;
  readonly onRevoke: () => void;
}

function KeyLine({ partner: { name }, shown: { hint, usedAt, revokedAt, revokedBy }, onRevoke }: KeyLineProps) {
  const t = useText();
  const used = usedAt
    ? t("partners.key-used", { date: numericDate(usedAt.slice(0, 10)), time: timeOf(usedAt) })
    : t("partners.key-unused");
  if (revokedAt)
    return (
      <li className="is-over">
        <s>{t("partners.key", { hint })}</s>{" "}
        <span className="hint">
          {t("partners.key-revoked", { date: numericDate(revokedAt.slice(0, 10)), name: revokedBy ?? "" })}
        </span>
      </li>
    );
  return (
    <li>
      <span>
        <b>{t("partners.key", { hint })}</b> <span className="hint">{used}</span>
      </span>
      <Button size="small" look="danger" aria-label={t("partners.key-revoke-of", { hint, name })} onClick={onRevoke}>
        {t("partners.key-revoke")}
      </Button>
    </li>
  );
}

function Webhook({ partner }: { partner: Partner }) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { name, webhook } = partner;
  return (
    <>
      <div className="partners__webhook">
        {webhook ? <WebhookState {...webhook} /> : <p className="hint">{t("partners.webhook-none")}</p>}
      </div>
      <div className="group">
        <Button size="small" aria-label={t("partners.webhook-change-of", { name })} onClick={() => setIsOpen(true)}>
          {t("partners.webhook-change")}
        </Button>
      </div>
      {isOpen && <WebhookDialog partner={partner} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function WebhookState({ url, failingSince, failure, waiting }: NonNullable<Partner["webhook"]>) {
  const t = useText();
  return (
    <>
      <p>{url}</p>
      <p className={failingSince ? "partners__failing" : "hint"}>
        {failingSince
          ? t("partners.webhook-failing", { date: numericDate(failingSince.slice(0, 10)), time: timeOf(failingSince) })
          : t("partners.webhook-arrives")}
        {failure && `: ${t(`partners.webhook-why-${failure.why}`, { status: failure.status ?? "" })}`}
      </p>
      {waiting > 0 && <p className="hint">{t("partners.webhook-waiting", { count: waiting, n: waiting })}</p>}
    </>
  );
}
