import { isRecord } from "../utils/guards";

/** One step of a preview, as far as it is looked at here. */
export interface Step {
  op: string;
  urn: string;
  /** What the state holds; nothing of a new resource. */
  old: State | undefined;
  /** What the program wants; nothing of a deleted resource. */
  new: State | undefined;
  replaceReasons: string[];
}

/** One side of a step. */
export interface State {
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
  /** URNs that an input is made of, by input. */
  propertyDependencies: Record<string, unknown>;
  retainOnDelete: boolean;
}

/** A line that the preview printed. */
export interface Diagnostic {
  severity: string;
  urn: string;
  message: string;
}

/** What `pulumi preview --json` says. */
export interface Preview {
  steps: Step[];
  diagnostics: Diagnostic[];
  /** Pulumi's own count of parts by operation. */
  counts: Record<string, number>;
}

/** The text is no preview. */
export class NotAPreviewError extends Error {
  override readonly name = "NotAPreviewError" as const;
}

const HELP = "give it the output of `pulumi preview --json`";

/** Reads a preview out of text, whatever a shell wrote around it. Whatever a step lacks counts as empty. */
export function readPreview(text: string): Preview {
  const json = text.slice(Math.max(text.indexOf("{"), 0), text.lastIndexOf("}") + 1);
  if (json === "") throw new NotAPreviewError(`there is no JSON in it; ${HELP}`);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new NotAPreviewError(`it is not one JSON document; ${HELP}`);
  }
  if (!isPreview(value)) throw new NotAPreviewError(`it is JSON but no preview; ${HELP}`);
  const { steps, diagnostics, changeSummary } = value;
  return {
    steps: list(steps).filter(isRecord).map(stepOf),
    diagnostics: list(diagnostics).filter(isRecord).map(diagnosticOf),
    counts: Object.fromEntries(Object.entries(record(changeSummary)).map(([op, count]) => [op, Number(count) || 0])),
  };
}

function isPreview(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value)) return false;
  // A preview that failed early has diagnostics alone.
  const isFailure = list(value.diagnostics).some((item) => isRecord(item) && "severity" in item);
  return Array.isArray(value.steps) || isRecord(value.changeSummary) || isFailure;
}

function stepOf(step: Record<string, unknown>): Step {
  return {
    op: text(step.op),
    urn: text(step.urn),
    old: isRecord(step.oldState) ? stateOf(step.oldState) : undefined,
    new: isRecord(step.newState) ? stateOf(step.newState) : undefined,
    replaceReasons: list(step.replaceReasons).filter((path) => typeof path === "string"),
  };
}

function stateOf({ inputs, outputs, propertyDependencies, retainOnDelete }: Record<string, unknown>): State {
  return {
    inputs: record(inputs),
    outputs: record(outputs),
    propertyDependencies: record(propertyDependencies),
    retainOnDelete: retainOnDelete === true,
  };
}

function diagnosticOf({ severity, urn, message }: Record<string, unknown>): Diagnostic {
  return { severity: text(severity), urn: text(urn), message: text(message) };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
