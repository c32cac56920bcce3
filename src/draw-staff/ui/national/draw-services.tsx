import type { NationalDraws } from "../../../draws/contract.ts";
import type { Form } from "../../../kit/form/form.ts";
import { useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import { servicesIn } from "./use-terms.ts";

/** Which services may be given by draw: those that are come first, the others are folded away. */
export function DrawServices({ form, draws }: { readonly form: Form; readonly draws: NationalDraws }) {
  const t = useText();
  const drawn = servicesIn(form.values);
  const isShown = ({ code, offices }: Service) => draws.services.includes(code) || offices > 0;
  const first = draws.catalogue.filter(isShown);
  const others = draws.catalogue.filter((service) => !isShown(service));
  const change = (code: string, isDrawn: boolean) => {
    const next = isDrawn ? [...drawn, code] : drawn.filter((each) => each !== code);
    form.change("services", [...next].sort().join(" "));
  };
  return (
    <section aria-labelledby="draw-services">
      <h3 id="draw-services">{t("drawTerms.services")}</h3>
      <p className="hint">{t("drawTerms.services-hint")}</p>
      {first.length > 0 && <Services services={first} drawn={drawn} onChange={change} />}
      <details className="ministry__over" open={first.length === 0}>
        <summary>{t("drawTerms.others", { count: others.length })}</summary>
        <Services services={others} drawn={drawn} onChange={change} />
      </details>
    </section>
  );
}

type Service = NationalDraws["catalogue"][number];

interface ServicesProps {
  readonly services: readonly Service[];
  readonly drawn: readonly string[];
  onChange(code: string, isDrawn: boolean): void;
}

function Services({ services, drawn, onChange }: ServicesProps) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  return (
    <table className="ministry__table">
      <thead>
        <tr>
          <th scope="col">{t("drawTerms.service")}</th>
          <th scope="col">{t("drawTerms.offices")}</th>
          <th scope="col">{t("drawTerms.places-week")}</th>
          <th scope="col">{t("drawTerms.asked")}</th>
        </tr>
      </thead>
      <tbody>
        {services.map(({ code, name, nameEn, offices, demand }) => (
          <tr key={code}>
            <th scope="row">
              <label className="choice">
                <input
                  type="checkbox"
                  checked={drawn.includes(code)}
                  onChange={({ target }) => onChange(code, target.checked)}
                />
                {t("drawTerms.by-draw", { service: language === "en" ? nameEn : name })}
              </label>
            </th>
            <td>{n(offices)}</td>
            <DemandCells demand={demand} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As it was measured, or that it was not: nothing is guessed. */
function DemandCells({ demand }: Pick<Service, "demand">) {
  const t = useText();
  const n = useNumbers();
  if (!demand || demand.places === 0) return <td colSpan={2}>{t("drawTerms.not-measured")}</td>;
  const { draw, wishes, places } = demand;
  const ratio = n(Math.round((wishes / places) * 10) / 10);
  return (
    <>
      <td>{t("drawTerms.places-in", { count: places })}</td>
      <td>{t("drawTerms.asked-in", { ratio, draw })}</td>
    </>
  );
}
