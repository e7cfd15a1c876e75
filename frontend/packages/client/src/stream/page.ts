type Handlers = { online: () => void; visible: () => void; changed: () => void };

/** What the browser tells of its network and of the page being looked at; on a server, nothing ever. */
export class PageEvents {
  private listening = false;

  constructor(private readonly handlers: Handlers) {}

  /** Only where the browser is sure of it. */
  get offline(): boolean {
    return typeof navigator !== "undefined" && navigator.onLine === false;
  }

  start(): void {
    if (this.listening || typeof window === "undefined") return;
    this.listening = true;
    window.addEventListener("online", this.onOnline);
    window.addEventListener("offline", this.handlers.changed);
    document.addEventListener("visibilitychange", this.onVisibility);
  }

  stop(): void {
    if (!this.listening) return;
    this.listening = false;
    window.removeEventListener("online", this.onOnline);
    window.removeEventListener("offline", this.handlers.changed);
    document.removeEventListener("visibilitychange", this.onVisibility);
  }

  private readonly onOnline = () => {
    this.handlers.online();
    this.handlers.changed();
  };

  private readonly onVisibility = () => {
    if (document.visibilityState === "visible") this.handlers.visible();
  };
}
