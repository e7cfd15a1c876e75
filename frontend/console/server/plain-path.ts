/**
 * A path as anybody behind the console may come to read it: decoded as often as it can be, without empty and dot segments.
 *
 * For comparing only: what is sent on is the path as it came.
 */
export function plainPath(pathname: string): string {
  const parts: string[] = [];
  for (const part of decoded(pathname).split(/[/\\]/)) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/* By the byte: what is compared is ASCII, and an escape that is none must not hide one that is. */
function decoded(path: string): string {
  const once = path.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return once === path ? path : decoded(once);
}
