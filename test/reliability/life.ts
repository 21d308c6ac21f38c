import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../../provider/emulator";
import { type Finished, Project } from "../engine/harness";
import { kill, kinds } from "./killing";
import { type Process, running, signal } from "./processes";
import type { Random } from "./random";

/** What is killed. */
type Command = "up" | "retrain" | "refresh" | "destroy";

/** What the service suffers from while it is. */
const weathers: Record<string, Fault[]> = {
  fair: [],
  throttled: [{ kind: "throttle", operation: "CreateTrainedModel", times: 2 }],
  slow: [{ kind: "slow", operation: "CreateTrainedModel", delayMs: 700, when: "after" }],
  lossy: [{ kind: "drop", operation: "CreateTrainedModel", times: 1, when: "after" }],
};

/** About as long as each takes. */
const seconds: Record<Command, number> = { up: 4, retrain: 6, refresh: 2.5, destroy: 3.5 };

/** An orphan is gone by then. */
const ORPHAN_MS = 10_000;
const names = ["a", "b"];

/** One stack of two models, killed again and again, each time followed by what a person would do. */
export class Life {
  #epochs = 10;
  /** Trainings that somebody had a reason for. */
  #reasons = 0;
  #orphans: Promise<Process[]>[] = [];

  private constructor(
    readonly project: Project,
    readonly random: Random,
    readonly isChain: boolean,
  ) {}

  static async begin(random: Random): Promise<Life> {
    const project = await Project.create({ trainingSeconds: 0.3, pendingSeconds: 0.1, deleteSeconds: 0.1, cancelSeconds: 0.1 });
    return new Life(project, random, random.next() < 0.5);
  }

  async end(): Promise<void> {
    try {
      for (const left of await Promise.all(this.#orphans))
        assert.deepEqual(left, [], "orphaned hosts 10 s after the CLI's death");
    } finally {
      await this.project.close();
    }
  }

  async #orphansOf(hosts: readonly Process[]): Promise<Process[]> {
    await delay(ORPHAN_MS);
    const left = running(hosts);
    for (const { pid } of left) signal(pid, "SIGKILL");
    return left;
  }

  /** A command that is killed so often, and what follows; returns what was done, for the log. */
  async suffer(strikes: number): Promise<string[]> {
    const { random } = this;
    const isEmpty = (await this.#recorded()).length === 0;
    const command = isEmpty ? "up" : random.pick<Command>(["retrain", "retrain", "retrain", "refresh", "destroy"]);
    const isToUndo = random.next() < 0.5;
    const done: string[] = [];
    try {
      if (command === "retrain") this.#epochs += 1;
      if (command === "up" || command === "retrain") this.#reasons += names.length;
      this.#write();
      for (let strike = 0; strike < strikes; strike++) done.push(await this.#kill(command));
      if (command === "destroy") await this.#afterDestroy(isToUndo);
      else await this.#afterUp();
      return done;
    } catch (error) {
      throw new Error(`${done.join("; ")}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  }

  async #kill(command: Command): Promise<string> {
    const { project, random } = this;
    const kind = random.pick(kinds);
    const weather = random.pick(Object.keys(weathers));
    const isAimed = (command === "up" || command === "retrain") && random.next() < 0.5;
    const after = random.next() * (isAimed ? 1 : seconds[command]);
    const isToWatch = random.next() < 0.2;
    for (const fault of weathers[weather] ?? []) project.service.faults.add(fault);
    const verb = command === "retrain" ? "up" : command;
    const { isHit, diedAt, hosts } = await kill(project, [verb, "--yes", "--skip-preview"], kind, async (isOver) => {
      if (isAimed) await this.#nextCreate(isOver);
      await delay(after * 1_000);
    });
    project.service.faults.clear();
    this.#orphans.push(this.#orphansOf(hosts));
    if (isHit && kind === "SIGKILL of the CLI" && isToWatch) await this.#watchOrphans(diedAt);
    const locks = readdirSync(path.join(project.folder, "state", ".pulumi", "locks"), { recursive: true });
    if (locks.some((file) => String(file).endsWith(".json"))) await this.#succeed("cancel", "--yes");
    const what = this.isChain ? `${command} of a chain` : command;
    return `${kind} in ${what} ${after.toFixed(2)} s after ${isAimed ? "a create" : "its start"}, ${weather}${isHit ? "" : " (it had ended)"}`;
  }

  /** Around a create it is decided who knows of it. */
  async #nextCreate(isOver: () => boolean): Promise<void> {
    const count = () => this.project.service.requests.filter(({ operation }) => operation === "CreateTrainedModel").length;
    for (const before = count(); count() === before && !isOver(); ) await delay(20);
  }

  /** A request that was under way arrives; after that an orphan asks for nothing that costs. */
  async #watchOrphans(diedAt: number): Promise<void> {
    await delay(2_500);
    const late = this.project.service.requests.filter(
      ({ operation, time }) => operation === "CreateTrainedModel" && Date.parse(time) > diedAt + 300,
    );
    assert.deepEqual(late, [], "creates of an orphan");
  }

  async #afterUp(): Promise<void> {
    await this.#succeed("up", "--yes", "--skip-preview");
    await this.#assertTrained();
  }

  /** A destroy that was killed is finished, or undone: then a message names the command for each model that is lost. */
  async #afterDestroy(isToUndo: boolean): Promise<void> {
    const { project } = this;
    if (!isToUndo) {
      await this.#succeed("destroy", "--yes", "--skip-preview");
      assert.deepEqual(this.#alive(), []);
      assert.deepEqual(await this.#recorded(), []);
      return;
    }
    const paid = project.service.creates;
    for (let tries = 0; ; tries++) {
      const { code, output } = await project.pulumi("up", "--yes", "--skip-preview");
      if (code === 0) break;
      assert.ok(tries < names.length, output);
      const commands = output.match(/^ *pulumi state taint .*$/gm) ?? [];
      assert.ok(commands.length > 0, `no command is named:\n${output}`);
      for (const command of new Set(commands.map((line) => line.trim()))) {
        const { code, output } = await project.shell(command);
        assert.equal(code, 0, output);
      }
    }
    const more = project.service.creates - paid;
    assert.ok(more <= names.length, `${more} trainings for ${names.length} models that a destroy had met`);
    this.#reasons += more;
    await this.#assertTrained();
  }

  /** Paid once for each reason; two models, ACTIVE, and nothing else that lives. */
  async #assertTrained(): Promise<void> {
    assert.equal(this.project.service.creates, this.#reasons, "trainings that were paid");
    const alive = this.#alive();
    assert.deepEqual(
      alive.map(({ status }) => status),
      names.map(() => "ACTIVE"),
    );
    const recorded = await this.#recorded();
    assert.deepEqual(recorded.map(({ id }) => id).sort(), alive.map(({ id }) => id).sort());
  }

  #alive(): { id: string; status: string }[] {
    return this.project.service
      .models()
      .filter(({ status }) => status !== "INACTIVE")
      .map(({ trainedModelArn, versionIdentifier, status }) => ({
        id: versionIdentifier === undefined ? trainedModelArn : `${trainedModelArn}#${versionIdentifier}`,
        status,
      }));
  }

  async #recorded() {
    return (await this.project.state()).filter(({ type }) => type.endsWith(":TrainingJob"));
  }

  async #succeed(...command: string[]): Promise<Finished> {
    const finished = await this.project.pulumi(...command);
    assert.equal(finished.code, 0, `pulumi ${command.join(" ")}:\n${finished.output}`);
    return finished;
  }

  #write(): void {
    const inputs = `{ ...args, hyperparameters: { epochs: ${this.#epochs} } }`;
    const upper = this.isChain
      ? `{ ...${inputs}, incrementalTrainingDataChannels: [{ ...a.ref, channelName: "base" }] }`
      : inputs;
    this.project.program(`const a = new ml.TrainedModel("a", ${inputs});\nnew ml.TrainedModel("b", ${upper});`);
  }
}
