// Starts `tracelore lsp` for .sig files and ends it with the window. All else is the server's.
"use strict";

const { commands, window, workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

async function start() {
  const [command, ...given] = workspace.getConfiguration("tracelore").get("command");
  const server = { command, args: [...given, "lsp"], transport: TransportKind.stdio };
  client = new LanguageClient("tracelore", "TraceLore", server, {
    documentSelector: [{ language: "sig" }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.sig") },
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    window.showErrorMessage(
      `TraceLore: \`${command} lsp\` did not start (${error.message}). Is the setting "tracelore.command" right?`,
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function restart() {
  await stop();
  await start();
}

async function activate(context) {
  context.subscriptions.push(
    commands.registerCommand("tracelore.restart", restart),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("tracelore.command") && restart()),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
