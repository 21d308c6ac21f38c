import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createService } from "../../provider/aws/api";
import { type Readings, startEmulator } from "../../provider/emulator";
import { allPairs, alone, answers, pairsOf, pairwise, textOf } from "./covering";
import { flows } from "./flows";
import { SharedTime } from "./shared-time";
import { Stack } from "./stack";

const pairs = pairwise();

describe("the provider under every reading of the service", function () {
  this.timeout(60_000);

  it("meets every answer alone, and every pair of answers", () => {
    const met = new Set([...alone, ...pairs].flatMap(pairsOf));
    const wanted = allPairs();
    console.log(`      ${answers.join(", ")}`);
    console.log(
      `      ${answers.length} answers; ${alone.length} configurations alone and ${pairs.length} in pairs; ${met.size} pairs met`,
    );
    for (const pair of wanted) assert.ok(met.has(pair), pair);
    for (const answer of answers)
      assert.ok(
        alone.some((one) => pairsOf(one).join(" ").includes(answer)),
        answer,
      );
  });

  for (const [name, flow] of Object.entries(flows)) {
    it(name, async () => {
      const time = new SharedTime();
      for (const readings of [...alone, ...pairs]) {
        await under(readings, time, flow).catch((error: unknown) => {
          throw new Error(`under ${textOf(readings)}: ${error instanceof Error ? error.stack : error}`, { cause: error });
        });
      }
    });
  }
});

async function under(readings: Readings, time: SharedTime, flow: (typeof flows)[string]): Promise<void> {
  const emulator = await startEmulator({ readings, clock: time, trainingSeconds: 4, verifySignatures: false });
  const { endpoint } = emulator;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const service = createService({ region: "us-east-1", endpoint, credentials });
  try {
    await flow({ stack: new Stack(service, time, randomUUID()), emulator, readings });
  } finally {
    await emulator.close();
  }
}
