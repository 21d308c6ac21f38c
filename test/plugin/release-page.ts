import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** Files over HTTP on this machine alone, as the page of a release has them. */
export interface ReleasePage {
  url: string;
  /** The names that were asked for. */
  asked: string[];
  close(): Promise<void>;
}

export async function serve(files: Readonly<Record<string, Buffer>>): Promise<ReleasePage> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = path.posix.basename(request.url ?? "");
    asked.push(name);
    const content = files[name];
    // Without its length the engine does not take a file for whole.
    if (content === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-length": content.length }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
