/**
 * A stand-in for Pulumi's own `pulumi-language-nodejs`, which ships with the official release alone. It serves the development of this
 * package where that release cannot be downloaded: it says where it listens on its first line of output and then runs programs.
 *
 * The SDK is the program's own: it is found from the working folder, in which the engine starts this process.
 */
"use strict";
const { spawn } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

const fromProgram = createRequire(path.join(process.cwd(), "_"));
const fromSdk = sdk();
const grpc = fromSdk("@grpc/grpc-js");
const messages = fromSdk("@pulumi/pulumi/proto/language_pb");
const { PluginInfo } = fromSdk("@pulumi/pulumi/proto/plugin_pb");
const { LanguageRuntimeService } = fromSdk("@pulumi/pulumi/proto/language_grpc_pb");

/** The exit code with which the SDK says that it has told the user all there is to know. */
const ALREADY_REPORTED = 32;
const engine = process.argv.slice(2).at(-1);
const programs = new Set();

/** Requires as the SDK does, so that gRPC and its messages are those of the SDK however the packages are laid out. */
function sdk() {
  try {
    return createRequire(fromProgram.resolve("@pulumi/pulumi/package.json"));
  } catch {
    console.error(`@pulumi/pulumi is not installed for the program in ${process.cwd()}: run the package manager there first.`);
    process.exit(1);
  }
}

/** Runs a program with the SDK that its own folder resolves. */
function run({ request }, reply) {
  const options = request.getInfo()?.getOptions()?.toJavaScript() ?? {};
  const directory = request.getInfo()?.getProgramDirectory() || request.getPwd();
  const entry = createRequire(path.join(directory, "_")).resolve("@pulumi/pulumi/cmd/run");
  const program = spawn(process.execPath, [...nodeArguments(options), entry, ...programArguments(request)], {
    cwd: request.getPwd() || directory,
    env: programEnvironment(request, options),
    stdio: ["ignore", "inherit", "inherit"],
  });
  programs.add(program);
  program.once("error", (error) => reply(error));
  program.once("exit", (code, signal) => {
    programs.delete(program);
    reply(null, outcome(code, signal));
  });
}

/** Node's own arguments, which a project may set under `runtime.options.nodeargs`. */
function nodeArguments(options) {
  return options.nodeargs ? String(options.nodeargs).split(" ").filter(Boolean) : [];
}

function programArguments(request) {
  const named = {
    monitor: request.getMonitorAddress(),
    engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": request.getInfo()?.getRootDirectory(),
    stack: request.getStack(),
    pwd: request.getPwd(),
    parallel: request.getParallel() || undefined,
  };
  const flags = Object.entries(named).flatMap(([name, value]) => (value ? [`--${name}`, String(value)] : []));
  if (request.getDryrun()) flags.push("--dry-run");
  return [...flags, request.getInfo()?.getEntryPoint() || request.getProgram() || ".", ...request.getArgsList()];
}

function programEnvironment(request, options) {
  return {
    ...process.env,
    PULUMI_NODEJS_TYPESCRIPT: String(options.typescript ?? true),
    ...(options.tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: String(options.tsconfig) } : {}),
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toObject())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}

function outcome(code, signal) {
  const response = new messages.RunResponse();
  if (code === ALREADY_REPORTED) response.setBail(true);
  else if (signal) response.setError(`Program exited with signal: ${signal}`);
  else if (code !== 0) response.setError(`Program exited with non-zero exit code: ${code}`);
  return response;
}

function about(_call, reply) {
  const response = new messages.AboutResponse();
  response.setExecutable(process.execPath);
  response.setVersion(process.version);
  reply(null, response);
}

function pluginInfo(_call, reply) {
  const response = new PluginInfo();
  response.setVersion(fromSdk("@pulumi/pulumi/package.json").version);
  reply(null, response);
}

/** The packages that the nearest package.json names, at the versions that are installed. */
function programDependencies({ request }, reply) {
  const response = new messages.GetProgramDependenciesResponse();
  const directory = request.getInfo()?.getProgramDirectory() || request.getPwd();
  for (const name of Object.keys(nearestManifest(directory).dependencies ?? {})) {
    const dependency = new messages.DependencyInfo();
    dependency.setName(name);
    dependency.setVersion(installedVersion(directory, name));
    response.addDependencies(dependency);
  }
  reply(null, response);
}

function nearestManifest(directory) {
  try {
    return JSON.parse(readFileSync(path.join(directory, "package.json"), "utf8"));
  } catch {
    const parent = path.dirname(directory);
    return parent === directory ? {} : nearestManifest(parent);
  }
}

function installedVersion(directory, name) {
  const folders = createRequire(path.join(directory, "_")).resolve.paths(name) ?? [];
  for (const folder of folders) {
    try {
      return JSON.parse(readFileSync(path.join(folder, name, "package.json"), "utf8")).version;
    } catch {
      // Not in this folder: the next one up may have it.
    }
  }
  return "";
}

/** `pulumi install` has nothing to do: whoever runs this stand-in has installed the packages already, as it needs the SDK to start. */
function installDependencies(call) {
  call.end();
}

/** No provider's plugin can be downloaded where this stand-in is used, so none is asked for. */
const none = (Response) => (_call, reply) => reply(null, new Response());

/** The programs go with this process, which goes with the engine: none may stay behind. */
function stop() {
  for (const program of programs) program.kill("SIGTERM");
  process.exit(0);
}

const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
server.addService(LanguageRuntimeService, {
  run,
  about,
  getPluginInfo: pluginInfo,
  getProgramDependencies: programDependencies,
  getRequiredPlugins: none(messages.GetRequiredPluginsResponse),
  getRequiredPackages: none(messages.GetRequiredPackagesResponse),
  runtimeOptionsPrompts: none(messages.RuntimeOptionsResponse),
  installDependencies,
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});

process.on("SIGTERM", stop);
const parent = process.ppid;
setInterval(() => process.ppid === parent || stop(), 1000).unref();
