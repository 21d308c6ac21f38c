/** The curves as a picture. */

/**
 * @param {readonly import("./measure.mjs").Curve[]} curves
 * @returns {Promise<string>} SVG
 */
export async function plot(curves) {
  // Not at the top: only this needs them.
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  const values = curves.flatMap(({ group, name, side, points }) => {
    return points.map(([models, value]) => ({ group, name, side: side === "ours" ? "this package" : "naive", models, value }));
  });
  const { spec } = vegaLite.compile({
    data: { values },
    background: "white",
    config: { legend: { symbolType: "stroke", symbolStrokeWidth: 2 } },
    facet: { field: "group", type: "nominal", title: null },
    columns: 2,
    resolve: { scale: { y: "independent" } },
    spec: {
      width: 260,
      height: 200,
      mark: { type: "line", point: { size: 20 } },
      encoding: {
        x: { field: "models", type: "quantitative", scale: { type: "log" }, axis: { values: [1, 10, 100, 1_000], grid: false } },
        y: { field: "value", type: "quantitative", scale: { type: "log" }, title: null, axis: { tickCount: 4 } },
        color: { field: "name", type: "nominal", title: null, scale: { scheme: "dark2" } },
        strokeDash: {
          field: "side",
          type: "nominal",
          title: null,
          sort: ["this package", "naive"],
        },
      },
    },
  });
  // A legend for dashes alone has no colour of its own.
  for (const legend of spec.legends ?? []) {
    if (legend.strokeDash) legend.encode = { symbols: { update: { stroke: { value: "black" } } } };
  }
  return `${await new vega.View(vega.parse(spec), { renderer: "none" }).toSVG()}\n`;
}
