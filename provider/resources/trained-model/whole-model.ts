/** What to write in the place of a whole resource, by the input that holds it. */
export function mendOfWhole(path: string): string {
  const spread = '`{ ...base.ref, channelName: "base" }`';
  if (path === "")
    return `give each input by its name; to train on top of a model \`base\`, spread \`...base.ref\`: \`incrementalTrainingDataChannels: [${spread.slice(1, -1)}]\``;
  if (path.startsWith("incrementalTrainingDataChannels")) return `spread its \`ref\`: ${spread}`;
  if (path === "adopt") return "give its `ref`, as in `adopt: base.ref`";
  return "give one of its outputs, such as `base.trainedModelArn`";
}
