/**
 * What this package is measured against: the smallest dynamic provider of the same shape, with the same properties. A component holds
 * two dynamic resources that do nothing, with as many inputs and as many outputs.
 */
"use strict";
const { ComponentResource, dynamic } = require("@pulumi/pulumi");

const job = { create: async (inputs) => ({ id: `job-${inputs.name ?? "unnamed"}`, outs: inputs }) };
const waiter = { create: async (inputs) => ({ id: inputs.jobId, outs: inputs }) };

const inputNames = [
  ...[
    "membershipIdentifier",
    "name",
    "configuredModelAlgorithmAssociationArn",
    "hyperparameters",
    "environment",
    "resourceConfig",
  ],
  ...["stoppingCondition", "incrementalTrainingDataChannels", "dataChannels", "trainingInputMode", "description", "kmsKeyArn"],
  ...["tags", "mlModelTrainingPayerAccountId", "region"],
];
const jobOutputs = [...inputNames, "trainedModelArn", "versionIdentifier", "collaborationIdentifier", "createTime"];
const statusOutputs = [
  ...["status", "statusDetails", "logsStatus", "logsStatusDetails", "metricsStatus", "metricsStatusDetails"],
  ...["trainingContainerImageDigest", "updateTime"],
];
const waiterOutputs = [...statusOutputs, "trainedModelArn", "versionIdentifier", "membershipIdentifier"];
const places = (names) => Object.fromEntries(names.map((name) => [name, undefined]));

class Job extends dynamic.Resource {
  constructor(name, args, opts) {
    super(job, name, { ...places(jobOutputs), ...args }, opts, "naive", "Job");
  }
}

class Waiter extends dynamic.Resource {
  constructor(name, args, opts) {
    super(waiter, name, { ...places(waiterOutputs), ...args }, opts, "naive", "Waiter");
  }
}

/** As a TrainedModel, without anything behind it. */
exports.TrainedModel = class extends ComponentResource {
  constructor(name, args, opts) {
    super("naive:index:TrainedModel", name, {}, opts);
    const made = new Job(name, args, { parent: this });
    const waited = new Waiter(name, { jobId: made.id, wait: true }, { parent: this });
    for (const output of jobOutputs) this[output] = made[output];
    for (const output of statusOutputs) this[output] = waited[output];
    this.trainedModelArn = waited.trainedModelArn;
    this.versionIdentifier = waited.versionIdentifier;
    this.registerOutputs({
      trainedModelArn: this.trainedModelArn,
      versionIdentifier: this.versionIdentifier,
      status: this.status,
    });
  }
};

class Two extends dynamic.Resource {
  constructor(provider, name, type, args, opts) {
    super(provider, name, { ...args, result: undefined }, opts, "naive", type);
  }
}

/** The same shape with two properties a resource: less than any real resource has. */
exports.TwoProperties = class extends ComponentResource {
  constructor(name, _args, opts) {
    super("naive:index:TwoProperties", name, {}, opts);
    const made = new Two(job, name, "TwoJob", { name }, { parent: this });
    const waited = new Two(waiter, name, "TwoWaiter", { jobId: made.id }, { parent: this });
    this.trainedModelArn = waited.id;
    this.registerOutputs({ trainedModelArn: this.trainedModelArn });
  }
};
