/** The bench's service, for as long as some work needs it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("process.mjs", import.meta.url));

/**
 * A running service.
 *
 * @typedef {object} Service
 * @property {string} address
 * @property {() => Promise<Record<string, number>>} counts requests since the last reset, by operation
 * @property {() => Promise<void>} reset forgets models and counts
 * @property {(count: number, request: object) => Promise<void>} fill makes models that no program knows
 */

/**
 * @template T
 * @param {{ trainingMs?: number, deleteMs?: number }} options
 * @param {(service: Service) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBenchService(options, work) {
  const child = spawn(process.execPath, [main, JSON.stringify(options)], { stdio: ["ignore", "pipe", "inherit"] });
  const end = () => child.kill();
  process.once("exit", end);
  try {
    const [line] = await once(child.stdout, "data");
    const address = String(line).trim().split(" ").at(-1) ?? "";
    const ask = async (what, body = {}) => {
      const answer = await fetch(`${address}/bench/${what}`, { method: "POST", body: JSON.stringify(body) });
      return answer.json();
    };
    return await work({
      address,
      counts: () => ask("counts"),
      reset: () => ask("reset"),
      fill: (count, request) => ask("fill", { ...request, count }),
    });
  } finally {
    process.off("exit", end);
    end();
  }
}
