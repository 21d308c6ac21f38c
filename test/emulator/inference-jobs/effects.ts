import type { exportJobReadings } from "../../../provider/emulator/export-jobs/readings";
import type { inferenceJobReadings } from "../../../provider/emulator/inference-jobs/readings";
import type { jobReadings } from "../../../provider/emulator/state/job-readings";
import { on } from "../harness";
import { type Effects, outcome } from "../state/effects";
import { Jobs } from "./jobs";

const OWN = "123456789012";

export const jobEffects: Effects<keyof typeof jobReadings | keyof typeof inferenceJobReadings | keyof typeof exportJobReadings> =
  {
    jobNameReuse: {
      probe: async (b) => {
        const [jobs, { arn }] = [new Jobs(b), await b.trained()];
        await jobs.ran(arn, { name: "same" });
        await jobs.export(arn, { name: "same" });
        const again = [await jobs.infer(arn, { name: "same" }), await jobs.export(arn, { name: "same" })];
        return again.map(outcome).join(" ");
      },
      seen: { allowed: "200 200", conflict: "ConflictException ConflictException" },
    },
    jobVersionDefault: {
      probe: async (b) => {
        const [jobs, { arn }] = [new Jobs(b), await b.trained()];
        const next = await b.trained(on(arn));
        const { body } = await jobs.get(await jobs.ran(arn));
        return body.trainedModelVersionIdentifier === next.version ? "latest" : "base";
      },
      seen: { latest: "latest", base: "base" },
    },
    jobOnInactiveModel: {
      probe: async (b) => {
        const [jobs, { arn }] = [new Jobs(b), await b.trained()];
        await b.delete(arn);
        b.advance(10);
        const [run, copy] = [await jobs.infer(arn), await jobs.export(arn)];
        if (run.errorType !== undefined) return `${run.errorType} ${copy.errorType}`;
        b.advance(10);
        return `${await jobs.status(String(run.body.trainedModelInferenceJobArn))} ${await jobs.exports(arn)}`;
      },
      seen: {
        validation: "ValidationException ValidationException",
        "not-found": "ResourceNotFoundException ResourceNotFoundException",
        conflict: "ConflictException ConflictException",
        "create-failed": "CREATE_FAILED to a partner CREATE_FAILED",
      },
    },
    receiverWithoutConfig: {
      probe: async (b) => {
        const [jobs, { arn }] = [new Jobs(b), await b.trained()];
        const copy = await jobs.export(arn, {}, OWN);
        if (copy.errorType !== undefined) return copy.errorType;
        b.advance(10);
        return String(await jobs.exports(arn));
      },
      seen: {
        validation: "ValidationException",
        denied: "AccessDeniedException",
        "create-failed": "to a partner CREATE_FAILED",
      },
    },
    inferenceAssociation: {
      probe: async (b) => outcome(await new Jobs(b).infer((await b.trained()).arn)),
      seen: { models: "200", validation: "ValidationException" },
    },
    afterInferenceCancel: {
      probe: async (b) => {
        const jobs = new Jobs(b);
        const { body } = await jobs.infer((await b.trained()).arn);
        const arn = String(body.trainedModelInferenceJobArn);
        await jobs.cancel(arn);
        b.advance(10);
        return jobs.status(arn);
      },
      seen: { INACTIVE: "INACTIVE", CREATE_FAILED: "CREATE_FAILED" },
    },
    cancelFinished: {
      probe: async (b) => {
        const jobs = new Jobs(b);
        return outcome(await jobs.cancel(await jobs.ran((await b.trained()).arn)));
      },
      seen: { conflict: "ConflictException", ok: "200" },
    },
    modelDeletedDuringInference: {
      probe: async (b) => {
        const { arn } = await b.trained();
        await new Jobs(b).infer(arn);
        return outcome(await b.delete(arn));
      },
      seen: { allowed: "200", conflict: "ConflictException" },
    },
    exportMembership: {
      probe: async (b) => outcome(await new Jobs(b).export((await b.trained()).arn)),
      seen: { caller: "200", receiver: "AccessDeniedException" },
    },
    exportListLag: {
      probe: async (b) => {
        const [jobs, { arn }] = [new Jobs(b), await b.trained()];
        await jobs.export(arn);
        const soon = (await jobs.exports(arn)).length;
        b.advance(10);
        return `${soon} ${(await jobs.exports(arn)).length}`;
      },
      seen: { none: "1 1", lagging: "0 1" },
    },
    exportRows: {
      probe: async (b) => {
        const [jobs, { arn }] = [new Jobs(b), await b.trained()];
        await jobs.export(arn);
        b.advance(10);
        await b.delete(arn);
        b.advance(10);
        return String(await jobs.exports(arn));
      },
      seen: { "for-ever": "to a partner ACTIVE", "while-model-active": "" },
    },
  };
