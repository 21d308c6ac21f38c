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
const windows = process.platform === "win32";
const programs = new Set();

/**
 * Requires as the SDK does, so that gRPC and its messages are those of the SDK however the packages are laid out. A project in another
 * language, which only has a plugin in this one, has no SDK: that of the checkout serves it.
 */
function sdk() {
  for (const from of [fromProgram, createRequire(path.join(process.env.CLEANROOMSML_CHECKOUT ?? "/", "_"))]) {
    try {
      return createRequire(from.resolve("@pulumi/pulumi/package.json"));
    } catch {
      // The next one may have it.
    }
  }
  console.error(`@pulumi/pulumi is not installed for the program in ${process.cwd()}: run the package manager there first.`);
  process.exit(1);
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

/** Runs a plugin as the SDK does, and passes on what it prints: the engine waits for its port. */
function runPlugin(call) {
  const { request } = call;
  const directory = request.getInfo()?.getProgramDirectory() || request.getPwd();
  const entry = createRequire(path.join(directory, "_")).resolve("@pulumi/pulumi/cmd/run-plugin");
  const plugin = spawn(process.execPath, [entry, directory, ...request.getArgsList()], {
    cwd: request.getPwd() || directory,
    env: { ...process.env, ...Object.fromEntries(request.getEnvList().map((line) => line.split(/=(.*)/s))) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  programs.add(plugin);
  call.on("cancelled", () => plugin.kill("SIGKILL"));
  const end = (code) => {
    const response = new messages.RunPluginResponse();
    response.setExitcode(code ?? 1);
    call.write(response);
    call.end();
  };
  passOn(plugin, call, messages.RunPluginResponse, end);
}

/** The output of a program as messages of a stream. */
function passOn(program, call, Response, end) {
  const send = (set) => (chunk) => {
    const response = new Response();
    set(response, chunk);
    call.write(response);
  };
  program.stdout.on("data", send((response, chunk) => response.setStdout(chunk)));
  program.stderr.on("data", send((response, chunk) => response.setStderr(chunk)));
  program.once("error", (error) => call.destroy(error));
  program.once("close", (code) => {
    programs.delete(program);
    end(code);
  });
}

/**
 * `pulumi install` has nothing to do for a program: whoever runs this stand-in has installed its packages already, as it needs the SDK to
 * start. Those of a plugin come by npm, as with Pulumi's own.
 */
function installDependencies(call) {
  const directory = call.request.getInfo()?.getProgramDirectory();
  if (!call.request.getIsPlugin()) return call.end();
  const npm = spawn("npm", ["install", "--loglevel=error"], { cwd: directory, stdio: ["ignore", "pipe", "pipe"], shell: windows });
  programs.add(npm);
  const end = (code) => (code === 0 ? call.end() : call.destroy(new Error(`npm install ended with ${code} in ${directory}`)));
  passOn(npm, call, messages.InstallDependenciesResponse, end);
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
  runPlugin,
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});

process.on("SIGTERM", stop);
const parent = process.ppid;
setInterval(() => process.ppid === parent || stop(), 1000).unref();
