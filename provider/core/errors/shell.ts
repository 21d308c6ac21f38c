/** A shell that a command of a message is pasted into. */
export type Shell = "posix" | "cmd" | "powershell";

/**
 * The shell that the user sits at. Windows does not say it. Git Bash and shells like it set MSYSTEM. A PowerShell session adds the
 * user's own module folder to the two of the machine, so that PSModulePath has more than two entries. What is left is cmd.exe.
 */
export function shellOf(platform: string, env: Readonly<Record<string, string | undefined>>): Shell {
  if (platform !== "win32" || env.MSYSTEM !== undefined) return "posix";
  const modules = (env.PSModulePath ?? "").split(";").filter((entry) => entry !== "");
  return modules.length > 2 ? "powershell" : "cmd";
}

/** The shell of this process. */
export const shellHere = shellOf(process.platform, process.env);

/** One argument as a shell hands it on. Always in quotes: URNs hold a `$`. cmd.exe alone replaces `%NAME%`, whatever is around it. */
export function quoted(text: string, shell: Shell): string {
  return quotes[shell](text);
}

const quotes: Record<Shell, (text: string) => string> = {
  posix: (text) => `'${text.replaceAll("'", "'\\''")}'`,
  // Single quotes are nothing to cmd.exe. The program that is called takes its line apart: there a backslash counts before a quote alone.
  cmd: (text) => `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, "$&$&")}"`,
  // PowerShell takes the typographic quotes for single ones too.
  powershell: (text) => `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`,
};
