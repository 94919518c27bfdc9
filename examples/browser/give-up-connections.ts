const CONNECTIONS = [
  ...["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport"],
  ...["importScripts", "BroadcastChannel", "Worker"],
];

/** A page's policy does not reach into its workers, so a worker takes from itself all that could send. */
export function giveUpConnections(): void {
  for (const name of CONNECTIONS) {
    Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false });
  }
}
