/** What measurements share: the CLI, a folder with the modules, and projects that are made when they are first used. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installModules } from "./engine/package.mjs";
import { Project } from "./engine/project.mjs";
import { programs } from "./programs/index.mjs";

export class Lab {
  #modules = undefined;
  #made = 0;

  /** @param {{ cli: string, checkout: string, isQuick: boolean }} options */
  constructor({ cli, checkout, isQuick }) {
    this.cli = cli;
    this.checkout = checkout;
    this.isQuick = isQuick;
    this.place = mkdtempSync(path.join(tmpdir(), "cleanroomsml-bench-"));
  }

  /** The folder with the modules. @returns {Promise<string>} */
  async modules() {
    this.#modules ??= installModules(this.checkout, this.place);
    await this.#modules;
    return this.place;
  }

  /**
   * A project with a stack of its own.
   *
   * @param {keyof typeof programs} side
   * @param {{ service?: string, compiled?: boolean, plugin?: boolean, nodeOptions?: string[], env?: NodeJS.ProcessEnv }} [options] `service`: its address
   */
  async project(side, { service = "http://127.0.0.1:9", ...options } = {}) {
    const place = await this.modules();
    const name = `${side}-${++this.#made}`;
    return new Project({ cli: this.cli, place, name, program: programs[side], service, ...options }).open();
  }

  /** The folder of the package, as it was packed. */
  get package() {
    return path.join(this.place, "node_modules", "pulumi-cleanroomsml");
  }

  /** Deletes everything. */
  close() {
    rmSync(this.place, { recursive: true, force: true });
  }
}
