import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { Project } from "../engine/harness";
import { descendants, hostsAmong, type Process, signal } from "./processes";

/** How a run is ended. */
export const kinds = [
  "SIGINT",
  "SIGINT twice",
  "SIGTERM",
  "SIGKILL of the CLI",
  "SIGKILL of the host",
  "SIGKILL of both",
] as const;
export type Kind = (typeof kinds)[number];

/** What a kill left. */
export interface Killed {
  /** Whether the run had not ended by itself. */
  isHit: boolean;
  /** All that was said. */
  output: () => string;
  /** When the CLI was gone. */
  diedAt: number;
  /** The hosts that it had. */
  hosts: Process[];
}

/** A CLI that was asked to end has to within this time. */
const PATIENCE = 30_000;
/** One that nobody asked may look for a lost model first, for a minute. */
const LOOKING = 90_000;

/** Runs a command and ends it at an instant. */
export async function kill(
  project: Project,
  command: readonly string[],
  kind: Kind,
  instant: (isOver: () => boolean) => Promise<unknown>,
): Promise<Killed> {
  const { child } = project.start(...command);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  // `close` would wait for all that inherited a pipe.
  const exit = once(child, "exit");
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;
  const isOver = await Promise.race([exit.then(() => true), instant(hasExited).then(hasExited)]);
  let hosts: Process[] = [];
  if (!isOver && child.pid !== undefined) {
    hosts = await strike(child.pid, kind);
    const patience = kind === "SIGKILL of the host" ? LOOKING : PATIENCE;
    const isStuck = await Promise.race([exit.then(() => false), delay(patience, true, { ref: false })]);
    if (isStuck) {
      signal(child.pid, "SIGKILL");
      throw new Error(`the CLI did not end within ${patience / 1_000} s of ${kind}:\n${output}`);
    }
  }
  return { isHit: !isOver, output: () => output, diedAt: Date.now(), hosts };
}

/** Returns the hosts there were. The CLI stands still while they are looked for: it starts them at any time. */
async function strike(cli: number, kind: Kind): Promise<Process[]> {
  signal(cli, "SIGSTOP");
  const hosts = hostsAmong(descendants(cli));
  if (kind === "SIGKILL of the host" || kind === "SIGKILL of both") for (const { pid } of hosts) signal(pid, "SIGKILL");
  if (kind === "SIGKILL of the CLI" || kind === "SIGKILL of both") signal(cli, "SIGKILL");
  signal(cli, "SIGCONT");
  if (kind === "SIGTERM") signal(cli, "SIGTERM");
  if (kind.startsWith("SIGINT")) signal(cli, "SIGINT");
  if (kind === "SIGINT twice") {
    await delay(200);
    signal(cli, "SIGINT");
  }
  return hosts;
}
