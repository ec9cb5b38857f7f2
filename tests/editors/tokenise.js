// Tokenises .sig files with VS Code's own engine: node tokenise.js NODE_MODULES GRAMMAR FILE...
// One line of JSON a file: [[line, start, end, innermost scope], ...], lines from 0, columns in UTF-16 code units.
const fs = require("fs");
const path = require("path");
const [modules, grammarPath, ...files] = process.argv.slice(2);
const { Registry, parseRawGrammar, INITIAL } = require(path.join(modules, "vscode-textmate"));
const oniguruma = require(path.join(modules, "vscode-oniguruma"));

async function main() {
  const wasm = fs.readFileSync(path.join(modules, "vscode-oniguruma", "release", "onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(fs.readFileSync(grammarPath, "utf8"), grammarPath),
  });
  const grammar = await registry.loadGrammar("source.sig");
  for (const file of files) {
    const found = [];
    let stack = INITIAL;
    fs.readFileSync(file, "utf8").split("\n").forEach((line, number) => {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      for (const token of result.tokens) {
        found.push([number, token.startIndex, token.endIndex, token.scopes[token.scopes.length - 1]]);
      }
    });
    console.log(JSON.stringify(found));
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
