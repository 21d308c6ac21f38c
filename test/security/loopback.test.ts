import assert from "node:assert/strict";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { type Emulator, startEmulator } from "../../provider/emulator";

/** Whether somebody listens there; no answer is a no. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (isListening: boolean) => {
      socket.destroy();
      resolve(isListening);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.setTimeout(1_000, () => end(false));
  });
}

describe("the emulator", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
  });
  after(() => emulator.close());

  it("listens on 127.0.0.1 and nowhere else", async () => {
    const own = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ address }) => address));
    // Every address of 127.0.0.0/8 is this machine's: who listens on 0.0.0.0 answers there too.
    const elsewhere = [...new Set([...own, "::1", "127.0.0.2"])].filter((address) => address !== "127.0.0.1");
    assert.equal(await answers("127.0.0.1", emulator.port), true);
    for (const address of elsewhere) assert.equal(await answers(address, emulator.port), false, address);
  });
});
