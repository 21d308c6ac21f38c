import { reportOf } from "../report/build";
import { type Gates, gated } from "../report/gates";
import { markdownOf } from "../report/markdown";
import { forMembers } from "../report/members";
import { readPreview } from "../report/preview";
import { defined } from "../utils/defined";
import { type Command, parsed, UsageError } from "./command";
import { textIn } from "./input";

const usage = `usage: pulumi preview --json --show-sames | cleanroomsml report [FILE|-] [OPTIONS]

Says what a preview would train, what that can use, and what would be deleted, as Markdown for a pull request.

  --json                   the report as JSON
  --max-instance-hours N   exit code 2 if all trainings together can use more
  --fail-on WHAT           exit code 2 if something would \`train\`, or if the output of a model would be lost (\`delete\`): the
                           output of a deleted model, or the old output of a retraining; may be repeated
  --for-members            leaves out what other members of the collaboration may not see
  --help                   this text

Exit code 1: there is no preview to read. Without --show-sames, unchanged models are not counted.
`;

interface ReportOptions {
  file: string;
  isJson: boolean;
  isForMembers: boolean;
  gates: Gates;
}

/** `cleanroomsml report`: 2 for what the gates do not let through, 1 where nothing could be read. */
export const report: Command = {
  summary: "what a preview would train, for a pull request",
  usage,
  async run(args) {
    const { file, isJson, isForMembers, gates } = optionsOf(args);
    const full = gated(reportOf(readPreview(await textIn(file))), gates);
    const shown = isForMembers ? forMembers(full) : full;
    process.stdout.write(isJson ? `${JSON.stringify(shown, undefined, 2)}\n` : markdownOf(shown));
    for (const breach of shown.breaches) process.stderr.write(`cleanroomsml report: ${breach}\n`);
    return shown.breaches.length > 0 ? 2 : 0;
  },
};

function optionsOf(args: string[]): ReportOptions {
  const { values, positionals } = parsed({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      "max-instance-hours": { type: "string" },
      "fail-on": { type: "string", multiple: true },
      "for-members": { type: "boolean" },
    },
  });
  const [file = "-", ...more] = positionals;
  if (more.length > 0) throw new UsageError("give it one file, or - for the standard input");
  const hours = values["max-instance-hours"];
  return {
    file,
    isJson: values.json === true,
    isForMembers: values["for-members"] === true,
    gates: {
      failOn: (values["fail-on"] ?? []).flatMap((text) => text.split(",")).map(gateOf),
      ...defined({ maxInstanceHours: hours === undefined ? undefined : hoursOf(hours) }),
    },
  };
}

function gateOf(text: string): "train" | "delete" {
  if (text !== "train" && text !== "delete") throw new UsageError(`--fail-on is train or delete, not ${text}`);
  return text;
}

function hoursOf(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`--max-instance-hours is a number, not ${text}`);
  return Number(text);
}
