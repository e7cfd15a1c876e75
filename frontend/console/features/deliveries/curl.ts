import type { AttemptRequestOut } from "@hub/client";

/* Made by curl itself. */
const OWN = new Set(["content-length", "host", "connection", "accept-encoding"]);

/** The request as a curl command for a POSIX shell; values that are secret become `$HEADER_NAME` to fill in. */
export function curlOf(request: AttemptRequestOut): string {
  const headers = request.headers
    .filter(({ name }) => !OWN.has(name.toLowerCase()))
    .map(
      ({ name, value }) =>
        `-H ${value === null ? `"${name}: $${variable(name)}"` : quoted(`${name}: ${value}`)}`,
    );
  const body = request.body === null ? [] : [`--data-binary ${quoted(request.body)}`];
  return [`curl -X POST ${quoted(request.url)}`, ...headers, ...body].join(" \\\n  ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function variable(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, "_");
}
