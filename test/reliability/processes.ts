import { execFileSync } from "node:child_process";

/** A process, as `ps` shows it. */
export interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** Every process that runs; those that have ended and that nobody waited for are none. */
export function processes(): Process[] {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,stat=,args="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, parent, stat, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined || stat?.startsWith("Z") ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** All that a process started, and what that started. */
export function descendants(pid: number, all = processes()): Process[] {
  const children = all.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child, ...descendants(child.pid, all)]);
}

/** The hosts of providers among processes, dynamic or not: Node itself, not a shell that started it. */
export function hostsAmong(some: readonly Process[]): Process[] {
  return some.filter(({ command }) => /^\S*node\b.*(dynamic-provider|pulumi-resource-cleanroomsml)/.test(command));
}

/** Those that still run; another process under the same number is none of them. */
export function running(some: readonly Process[]): Process[] {
  const now = new Map(processes().map(({ pid, command }) => [pid, command]));
  return some.filter(({ pid, command }) => now.get(pid) === command);
}

/** Sends a signal; a process that has ended needs none. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
