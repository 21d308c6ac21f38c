/**
 * The bench's service as a process of its own: it answers at once, checks nothing, and counts the requests of each operation.
 * Its arguments are JSON: `{ trainingMs, deleteMs }`.
 */
import { createServer } from "node:http";
import { Models, NotFound } from "./models.mjs";

const options = JSON.parse(process.argv[2] ?? "{}");
let models = new Models(options);

/** @type {[method: string, path: RegExp, operation: string, act: (labels: string[], query: URLSearchParams, body: any) => object | void][]} */
const routes = [
  [
    "POST",
    /^\/memberships\/([^/]+)\/trained-models$/,
    "CreateTrainedModel",
    ([membershipIdentifier], _, body) => models.create({ ...body, membershipIdentifier }),
  ],
  [
    "GET",
    /^\/memberships\/([^/]+)\/trained-models$/,
    "ListTrainedModels",
    ([membership], query) => models.list(membership, Number(query.get("maxResults") ?? 10), query.get("nextToken") ?? "0"),
  ],
  ["GET", /^\/memberships\/[^/]+\/trained-models\/([^/]+)$/, "GetTrainedModel", ([arn]) => models.get(arn)],
  [
    "GET",
    /^\/memberships\/[^/]+\/trained-models\/([^/]+)\/versions$/,
    "ListTrainedModelVersions",
    ([arn]) => models.versions(arn),
  ],
  ["PATCH", /^\/memberships\/[^/]+\/trained-models\/([^/]+)$/, "CancelTrainedModel", ([arn]) => models.delete(arn)],
  ["DELETE", /^\/memberships\/[^/]+\/trained-models\/([^/]+)$/, "DeleteTrainedModelOutput", ([arn]) => models.delete(arn)],
  ["GET", /^\/tags\/([^/]+)$/, "ListTagsForResource", ([arn]) => ({ tags: models.find(arn).tags })],
  ["POST", /^\/tags\/([^/]+)$/, "TagResource", ([arn], _, { tags }) => void Object.assign(models.find(arn).tags, tags)],
  [
    "DELETE",
    /^\/tags\/([^/]+)$/,
    "UntagResource",
    ([arn], query) => {
      for (const key of query.getAll("tagKeys")) delete models.find(arn).tags[key];
    },
  ],
];

/** What only the bench asks. @type {Record<string, (body: any) => object>} */
const controls = {
  "/bench/counts": () => models.counts,
  "/bench/reset": () => {
    models = new Models(options);
    return {};
  },
  "/bench/fill": ({ count, ...request }) => {
    for (let index = 0; index < count; index++) models.create({ ...request, name: `filled-${index}` });
    return {};
  },
};

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString() || "{}");
  const [pathname = "", search] = (request.url ?? "").split("?");
  const [status, answer] = controls[pathname]
    ? [200, controls[pathname](body)]
    : answerTo(request.method, pathname, search, body);
  const text = answer === undefined ? "" : JSON.stringify(answer);
  const error = status === 404 ? { "x-amzn-errortype": "ResourceNotFoundException" } : {};
  response
    .writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text), ...error })
    .end(text);
});

/** @returns {[number, object | void]} */
function answerTo(method, pathname, search, body) {
  for (const [wanted, pattern, operation, act] of routes) {
    const labels = wanted === method ? pattern.exec(pathname)?.slice(1).map(decodeURIComponent) : undefined;
    if (labels === undefined) continue;
    models.count(operation);
    try {
      return [200, act(labels, new URLSearchParams(search), body)];
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      return [404, { message: error.message }];
    }
  }
  return [404, { message: `no operation has ${method} ${pathname}` }];
}

server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
