import { createService, type ServiceOptions } from "../../provider/aws/api";
import { type Emulator, type EmulatorOptions, type StoredModel, startEmulator } from "../../provider/emulator";
import { membershipIdentifier } from "../core/fakes";
import { SharedTime } from "./shared-time";
import { type Owner, Stack } from "./stack";

/** A service and a time, for stacks of any owner. */
export class Ground {
  private constructor(
    readonly emulator: Emulator,
    readonly time: SharedTime,
  ) {}

  static async open(options: EmulatorOptions = {}): Promise<Ground> {
    const time = new SharedTime();
    return new Ground(await startEmulator({ trainingSeconds: 4, clock: time, ...options }), time);
  }

  stack(owner: Owner = {}, options: ServiceOptions = {}): Stack {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const service = createService({ region: "us-east-1", endpoint: this.emulator.endpoint, credentials, ...options });
    return new Stack(service, this.time, membershipIdentifier, owner);
  }

  /** Models that train or are trained. */
  alive(): StoredModel[] {
    return this.emulator.models().filter(({ status }) => status !== "INACTIVE" && status !== "CREATE_FAILED");
  }

  close(): Promise<void> {
    return this.emulator.close();
  }
}
