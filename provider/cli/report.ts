import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { reportOf } from "../report/build";
import { type Gates, gated } from "../report/gates";
import { markdownOf } from "../report/markdown";
import { forMembers } from "../report/members";
import { readPreview } from "../report/preview";

const usage = `usage: pulumi preview --json --show-sames | cleanroomsml report [FILE|-] [OPTIONS]

Says what a preview would train, what that may use, and what it would delete: Markdown for a pull request.

  --json                   the report as JSON
  --max-instance-hours N   exit code 2 when all trainings together may use more
  --fail-on WHAT           exit code 2 when anything would \`train\` or a model would be \`delete\`d; may be repeated
  --for-members            leaves out what other members of the collaboration may not see
  --help                   this text

Exit code 1: there is no preview to read. Without --show-sames unchanged models are not counted.`;

interface Options {
  file: string;
  isJson: boolean;
  isForMembers: boolean;
  gates: Gates;
}

/** `cleanroomsml report`: the exit code, 2 for what the gates do not let through, 1 where nothing could be read. */
export async function reportCommand(args: string[]): Promise<number> {
  try {
    const options = optionsOf(args);
    if (options === "help") {
      console.log(usage);
      return 0;
    }
    const full = gated(reportOf(readPreview(textOf(options.file))), options.gates);
    const report = options.isForMembers ? forMembers(full) : full;
    process.stdout.write(options.isJson ? `${JSON.stringify(report, undefined, 2)}\n` : markdownOf(report));
    for (const breach of report.breaches) console.error(`cleanroomsml report: ${breach}`);
    return report.breaches.length > 0 ? 2 : 0;
  } catch (error) {
    console.error(`cleanroomsml report: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function optionsOf(args: string[]): Options | "help" {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      "max-instance-hours": { type: "string" },
      "fail-on": { type: "string", multiple: true },
      "for-members": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return "help";
  if (positionals.length > 1) throw new RangeError("give it one file, or - for the standard input");
  const [file = "-"] = positionals;
  if (file === "-" && process.stdin.isTTY) throw new RangeError("there is nothing on the standard input; --help says more");
  const hours = values["max-instance-hours"];
  return {
    file,
    isJson: values.json === true,
    isForMembers: values["for-members"] === true,
    gates: {
      failOn: (values["fail-on"] ?? []).flatMap((text) => text.split(",")).map(gateOf),
      ...(hours === undefined ? {} : { maxInstanceHours: hoursOf(hours) }),
    },
  };
}

function gateOf(text: string): "train" | "delete" {
  if (text !== "train" && text !== "delete") throw new RangeError(`--fail-on is train or delete, not ${text}`);
  return text;
}

function hoursOf(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new RangeError(`--max-instance-hours is a number, not ${text}`);
  return Number(text);
}

/** PowerShell's `>` writes UTF-16. */
function textOf(file: string): string {
  const bytes = readFileSync(file === "-" ? 0 : file);
  return bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : "utf8");
}
