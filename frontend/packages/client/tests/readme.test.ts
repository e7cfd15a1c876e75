import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const folder = resolve(import.meta.dirname, "..");

test("every snippet of the README compiles, strictly", () => {
  const snippets = new Map(
    [...readFileSync(resolve(folder, "README.md"), "utf8").matchAll(/```(tsx?)\n(.*?)```/gs)].map(
      ([, kind = "", code = ""], place) => [resolve(folder, `readme-${place}.${kind}`), code],
    ),
  );
  const config = ts.readConfigFile(resolve(folder, "../../tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
  const paths = { "@hub/client": ["./src/index.ts"], "@hub/client/*": ["./src/*.ts"] };
  const all = { ...options, noEmit: true, types: ["node"], baseUrl: folder, paths, noUnusedLocals: false };
  const host = ts.createCompilerHost(all);
  const { readFile, fileExists } = host;
  host.readFile = (name) => snippets.get(name) ?? readFile(name);
  host.fileExists = (name) => snippets.has(name) || fileExists(name);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, ...rest) => {
    const code = snippets.get(name);
    return code === undefined
      ? getSourceFile(name, version, ...rest)
      : ts.createSourceFile(name, code, version, true);
  };

  const program = ts.createProgram([...snippets.keys()], all, host);
  // Only the snippets: what they import is checked with everything else by `npm run types`.
  const wrong = [...snippets.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });

  expect(snippets.size).toBe(4);
  expect(ts.formatDiagnostics(wrong, host)).toBe("");
});
