/** One event of `text/event-stream`. name: `message` where the sender gave none. */
export type SseBlock = { name: string; id: string | undefined; data: string };

/** Takes text as it comes, in pieces cut anywhere, and gives the events that are whole. Comments are left out. */
export class SseParser {
  private rest = "";

  feed(text: string): SseBlock[] {
    const blocks = (this.rest + text).replace(/\r\n/g, "\n").split("\n\n");
    this.rest = blocks.pop() ?? "";
    return blocks.map(parse).filter((block) => block.data !== "");
  }
}

function parse(block: string): SseBlock {
  const found: SseBlock = { name: "message", id: undefined, data: "" };
  const lines: string[] = [];
  for (const line of block.split("\n")) {
    const [, field, value = ""] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === "event") found.name = value;
    if (field === "id") found.id = value;
    if (field === "data") lines.push(value);
  }
  return { ...found, data: lines.join("\n") };
}
