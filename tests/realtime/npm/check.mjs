// AsyncAPI's own parser reads the document on standard input; prints what it finds wrong, a JSON list.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const { document, diagnostics } = await new Parser().parse(readFileSync(0, "utf8"));
const ERRORS_AND_WARNINGS = 1;
const wrong = diagnostics.filter(({ severity }) => severity <= ERRORS_AND_WARNINGS);
const told = wrong.map(({ code, message, path }) => `${path.join(".")}: ${message} (${code})`);
console.log(JSON.stringify(document ? told : [...told, "no document"]));
