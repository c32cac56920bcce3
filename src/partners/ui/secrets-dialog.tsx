import { useState } from "react";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";
import type { PartnerSecrets } from "../contract.ts";

interface SecretsDialogProps {
  readonly title: string;
  readonly made: PartnerSecrets;
  readonly onClose: () => void;
}

/** What is shown once, and to be handed over. */
export function SecretsDialog({ title, made: { key, webhookSecret }, onClose }: SecretsDialogProps) {
  const t = useText();
  const [copied, setCopied] = useState("");
  const copy = (what: string, text: string) => {
    void navigator.clipboard?.writeText(text).then(() => setCopied(t("partners.copied", { what })));
  };
  const secrets = [
    { what: t("partners.secret-key"), text: key },
    { what: t("partners.secret-webhook"), text: webhookSecret },
  ];
  return (
    <Dialog title={title} onClose={onClose}>
      <dl className="partners__secrets">
        {secrets.map(
          ({ what, text }) =>
            text !== null && (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  <code>{text}</code>
                  <Button size="small" aria-label={t("partners.copy-of", { what })} onClick={() => copy(what, text)}>
                    {t("partners.copy")}
                  </Button>
                </dd>
              </div>
            ),
        )}
      </dl>
      <p className="hint" role="status">
        {copied}
      </p>
      {key === null && webhookSecret === null ? (
        <p className="note note--warn">{t("partners.lost")}</p>
      ) : (
        <p>{t("partners.once")}</p>
      )}
      <div className="group">
        <Button look="primary" onClick={onClose}>
          {t("partners.done")}
        </Button>
      </div>
    </Dialog>
  );
}
