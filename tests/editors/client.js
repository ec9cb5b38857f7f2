// Runs the extension in a stand-in for VS Code and prints what it asked of it: node client.js EXTENSION COMMAND...
const Module = require("module");
const [extension, ...command] = process.argv.slice(2);
const told = [];

class LanguageClient {
  constructor(id, name, server, options) {
    told.push({ server, documents: options.documentSelector });
  }
  async start() {
    if (command[0] === "missing") throw new Error("ENOENT");
    told.push("start");
  }
  async stop() {
    told.push("stop");
  }
}

const registered = {};
const stand_ins = {
  vscode: {
    commands: { registerCommand: (name, run) => ((registered[name] = run), { dispose() {} }) },
    window: { showErrorMessage: (text) => told.push({ error: text }) },
    workspace: {
      getConfiguration: () => ({ get: () => command }),
      createFileSystemWatcher: () => ({}),
      onDidChangeConfiguration: () => ({ dispose() {} }),
    },
  },
  "vscode-languageclient/node": { LanguageClient, TransportKind: { stdio: "stdio" } },
};
const load = Module._load;
Module._load = (name, ...rest) => stand_ins[name] ?? load(name, ...rest);

(async () => {
  const { activate, deactivate } = require(extension);
  await activate({ subscriptions: [] });
  await registered["tracelore.restart"]();
  await deactivate();
  console.log(JSON.stringify(told));
})();
