/** The greatest memory of the host while it checks many models. */

/** @param {import("../lab.mjs").Lab} lab */
export async function measureMemory(lab) {
  const models = lab.isQuick ? 50 : 1_000;
  const samples = {};
  for (const side of ["ours", "naive"]) {
    const project = await lab.project(side, { compiled: true });
    samples[side] = await project.measure("preview", models);
  }
  const peak = (side) => samples[side].processes.host?.peakBytes ?? Number.NaN;
  const note = `${models} models; ${(peak("ours") / 1e6).toFixed(0)} MB over ${(peak("naive") / 1e6).toFixed(0)} MB`;
  return [{ figure: "memory-preview", value: peak("ours") / peak("naive"), note, samples }];
}
