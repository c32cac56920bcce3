import { type KitServer, startKitServer } from "./kit-server.ts";
import { playPlatform } from "./played-platform.ts";
import { KIT_STEPS, type KitStep, type Operator, type Stage } from "./steps.ts";

export interface StepVerdict extends Pick<KitStep, "name" | "wants"> {
  /** Null: it is right */
  readonly wrong: string | null;
}

interface KitParams {
  readonly port?: number;
  readonly seconds: Stage["seconds"];
  /** Is told where the device is to be led, and answers who stands there */
  lead(server: Pick<KitServer, "address" | "key">): Promise<Operator>;
  onStep?(step: KitStep): void;
  onVerdict?(verdict: StepVerdict): void;
}

/** Goes through all steps with one device. @returns what is right of it and what isn't, by name */
export async function testDevice({ port, seconds, lead, onStep, onVerdict }: KitParams): Promise<StepVerdict[]> {
  const platform = playPlatform();
  const server = await startKitServer(platform.answer, port);
  try {
    const operator = await lead(server);
    const verdicts: StepVerdict[] = [];
    for (const step of KIT_STEPS) {
      platform.play({});
      onStep?.(step);
      const verdict = {
        name: step.name,
        wants: step.wants,
        wrong: await step.run({ server, platform, operator, seconds }),
      };
      onVerdict?.(verdict);
      verdicts.push(verdict);
    }
    return verdicts;
  } finally {
    await server.stop();
  }
}
