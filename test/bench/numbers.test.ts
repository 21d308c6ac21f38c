import assert from "node:assert/strict";

describe("the bench's numbers", () => {
  let statistics: typeof import("../../scripts/bench/statistics.mjs");
  let growth: typeof import("../../scripts/bench/growth/order.mjs");
  let tables: typeof import("../../scripts/bench/report/table.mjs");
  before(async () => {
    statistics = await import("../../scripts/bench/statistics.mjs");
    growth = await import("../../scripts/bench/growth/order.mjs");
    tables = await import("../../scripts/bench/report/table.mjs");
  });

  it("are medians with the smallest and the greatest, in whatever order", () => {
    assert.deepEqual(statistics.spreadOf([3, 1, 2]), { median: 2, min: 1, max: 3 });
    assert.deepEqual(statistics.spreadOf([4, 1, 10, 2]), { median: 3, min: 1, max: 10 });
    assert.ok(Number.isNaN(statistics.median([])));
  });

  it("compare neighbours in time, so that a slow minute changes no ratio", () => {
    assert.deepEqual(statistics.ratios([2, 20, 2], [1, 10, 1]), [2, 2, 2]);
  });

  for (const [what, grow, order] of [
    ["a constant", () => 7, 0],
    ["n", (n: number) => 3 * n, 1],
    ["n beside a fixed cost", (n: number) => 500 + 3 * n, 1],
    ["n log n", (n: number) => n * Math.log2(n), 1.18],
    ["n²", (n: number) => n ** 2 + 40, 2],
  ] as const) {
    it(`say how ${what} grows`, () => {
      const points = [1, 10, 100, 1_000].map((n) => [n, grow(n)] as [number, number]);
      assert.ok(Math.abs(growth.orderOf(points) - order) < 0.02, String(growth.orderOf(points)));
      assert.equal(growth.orderOf(points) > growth.N_LOG_N, order === 2);
    });
  }

  it("are a table that says which bar is reached", () => {
    const good = { figure: "preview", value: 1.046, spread: { min: 1, max: 1.1 }, note: "300 models", samples: {} };
    const text = tables.plainTable([good, { ...good, figure: "up-requests", value: 3.51 }]);
    const [, first = "", second = ""] = text.split("\n");
    assert.match(first, /^preview +1\.05 × +1 – 1\.1 +<= 1\.05 +yes +300 models$/);
    assert.match(second, /^up-requests +3\.51 a model .* <= 3\.5 +NO/);
    assert.match(tables.markdownTable([good]), /\| `preview` \|.*\| \*\*1\.05 ×\*\* \|/);
  });
});
