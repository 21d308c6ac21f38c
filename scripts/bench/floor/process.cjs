/**
 * The floor: the requests that a command of the engine made, made again with the bare client and nothing else, as many at a time as the
 * engine does. Its arguments: the folder of the package, and JSON with the requests by operation, how many at a time, and the inputs.
 * It prints the seconds since it was started.
 */
"use strict";
const path = require("node:path");

const [folder, text] = process.argv.slice(2);
const { requests, atATime, inputs } = JSON.parse(text);
const { membershipIdentifier } = inputs;
const sdk = load();
const client = new sdk.CleanRoomsMLClient({ endpoint: process.env.AWS_ENDPOINT_URL_CLEANROOMSML });
const arns = [];

const calls = {
  CreateTrainedModel: async (index) => {
    const name = `floor-${index}`;
    const tags = { "cleanroomsml:owner": "0".repeat(40), "cleanroomsml:unrecorded": "0".repeat(40) };
    const { trainedModelArn } = await client.send(new sdk.CreateTrainedModelCommand({ ...inputs, name, tags }));
    arns.push(trainedModelArn);
  },
  ListTrainedModels: () => client.send(new sdk.ListTrainedModelsCommand({ membershipIdentifier, maxResults: 100 })),
  GetTrainedModel: (index) =>
    client.send(new sdk.GetTrainedModelCommand({ membershipIdentifier, trainedModelArn: arnOf(index) })),
  UntagResource: (index) =>
    client.send(new sdk.UntagResourceCommand({ resourceArn: arnOf(index), tagKeys: ["cleanroomsml:unrecorded"] })),
};

/** AWS's own client where it is installed; else the SDK's own runtime with this package's schemas. */
function load() {
  try {
    return require("@aws-sdk/client-cleanroomsml");
  } catch {
    return require(path.join(folder, "dist/aws/client/builtin.js"));
  }
}

const arnOf = (index) => arns[index % arns.length];

async function main() {
  for (const [operation, count] of Object.entries(requests)) {
    const call = calls[operation];
    if (call === undefined) throw new Error(`the floor does not know ${operation}`);
    let next = 0;
    const worker = async () => {
      while (next < count) await call(next++);
    };
    await Promise.all(Array.from({ length: atATime }, worker));
  }
  console.log(performance.now() / 1000);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
