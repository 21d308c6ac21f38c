/** Every figure: what it says, and what it must reach. */

/**
 * @typedef {object} Figure
 * @property {string} what
 * @property {number} bar the greatest value that is good enough
 * @property {string} unit
 */

/** @type {Record<string, Figure>} */
export const figures = {
  host: { what: "start of the host with this provider, over the bare host", bar: 1.05, unit: "×" },
  preview: { what: "preview of new models, over naive", bar: 1.05, unit: "×" },
  "preview-compiled": { what: "the same with a compiled program", bar: 1.05, unit: "×" },
  "preview-over-two": { what: "preview of new models, over naive with two properties", bar: 1.25, unit: "×" },
  "preview-plugin": {
    what: "preview of new models over the plugin, over the dynamic host, both less an empty program",
    bar: 0.7,
    unit: "×",
  },
  unchanged: { what: "preview of unchanged models, over naive", bar: 1.1, unit: "×" },
  up: { what: "`up`, over naive and the floor's calls", bar: 1.15, unit: "×" },
  "up-requests": { what: "requests in `up`", bar: 3.5, unit: "a model" },
  "up-lists": {
    what: "list requests of an `up` of 100, over those of 20, with 1,000 models in the membership",
    bar: 1.1,
    unit: "×",
  },
  refresh: { what: "`refresh`, over naive", bar: 1.2, unit: "×" },
  "refresh-requests": { what: "requests in `refresh`", bar: 1.05, unit: "a model" },
  destroy: { what: "`destroy`, over 1.5 × naive and the service's own time", bar: 1, unit: "×" },
  "noticed-short": { what: "from ACTIVE to noticed, trainings under a minute, the worst", bar: 2, unit: "s" },
  "noticed-long": { what: "the same, longer trainings, in their length", bar: 5, unit: "%" },
  "noticed-late": { what: "the same, trainings of 10 minutes and longer", bar: 30, unit: "s" },
  "calls-alone": { what: "calls in a wait of 24 hours", bar: 800, unit: "calls" },
  "calls-together": { what: "the same, with 100 models of one membership", bar: 60, unit: "a model" },
  state: { what: "state", bar: 15, unit: "kB a model" },
  "state-plugin": { what: "state over the plugin", bar: 5.5, unit: "kB a model" },
  "memory-polls": { what: "memory that 9,000 polls add in the host", bar: 0.5, unit: "MB" },
  "memory-preview": { what: "peak memory of the host in a preview, over naive", bar: 1.5, unit: "×" },
  packed: { what: "the packed package", bar: 400, unit: "kB" },
  loaded: { what: "AWS modules that an import loads", bar: 0, unit: "modules" },
};

/**
 * What was measured of a figure.
 *
 * @typedef {object} Result
 * @property {string} figure
 * @property {number} value
 * @property {{ min: number, max: number }} [spread]
 * @property {string} note of what, in one line
 * @property {Record<string, unknown>} samples raw
 */
